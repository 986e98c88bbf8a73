import type { LanguageModule } from '../language';
import type { SourceFile } from '../workspace/source-file';
import type { Unit } from '../workspace/unit';

let places = 0;

/**
 * A function of a unit whose answer is kept on the unit. So after a key only the touched units are worked out anew, and
 * nothing is read again of large files whose trees have been dropped. For what depends on the unit and the facts only.
 */
export function perUnit<T>(work: (unit: Unit, language: LanguageModule) => T): (file: SourceFile, unit: Unit) => T {
  const place = places++;
  return ({ language }, unit) => {
    const known = unit.results[place] as T | undefined;
    if (known !== undefined) return known;
    const made = work(unit, language);
    unit.results[place] = made;
    return made;
  };
}
