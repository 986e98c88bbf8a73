import { code } from '../../base/markdown';
import type { Text } from '../../base/text';
import type { Surroundings } from '../../core/language';
import type { Unit } from '../../core/workspace/unit';
import type { CrmModel } from './model';
import type { SlotKind } from './slot-kinds';
import { seconds } from './values';

/** What can be said of a word beyond its fact. Names from the file are shown literally. */
export function noteFor(slot: SlotKind, text: string, unit: Unit<CrmModel>, around: Surroundings): Text[] {
  switch (slot.kind) {
    case 'new-id':
      return nameNote(
        text.replace(/:$/, ''),
        unit.model.statement?.kind ?? slot.of,
        unit.model.statement?.agent?.value,
        around,
      );
    case 'reference':
      return slot.namespaces.flatMap((namespace) => referenceNote(namespace, text, around)).slice(0, 1);
    case 'score':
      return scoreNote(text);
    case 'attribute-value':
      return durationNote(slot.name, text);
    default:
      return [];
  }
}

function referenceNote(namespace: string, name: string, around: Surroundings): Text[] {
  const declared = around.declarations(namespace, name)[0];
  if (!declared) return [];
  const model = declared.unit.model as Partial<CrmModel>;
  return nameNote(name, declared.entry.value ?? '', model.statement?.agent?.value, around);
}

/** What a name is, what it is part of, and which constraints speak of it. */
function nameNote(name: string, kind: string, agent: string | undefined, around: Surroundings): Text[] {
  const uses = around.lookup('crm.resource', name).filter(({ entry }) => entry.role === 'reference');
  const within = uses.filter(({ entry }) => ['group', 'clone', 'ms', 'bundle'].includes(entry.value ?? ''));
  const constraints = uses.filter(({ entry }) =>
    ['location', 'colocation', 'order', 'rsc_ticket'].includes(entry.value ?? ''),
  );
  const names = (list: typeof uses): string =>
    list
      .map(({ unit, entry }) => `${entry.value} ${code((unit.model as CrmModel).statement?.name?.text ?? '')}`)
      .slice(0, 8)
      .join(', ');
  const head = `**${code(name)}** — ${[kind, agent && code(agent)].filter(Boolean).join(' ')}`;
  const lines = (inWord: string, constraintWord: string): string =>
    [
      head,
      within.length > 0 && `${inWord} ${names(within)}`,
      constraints.length > 0 && `${constraintWord} ${names(constraints)}`,
    ]
      .filter(Boolean)
      .join('\n\n');
  return [{ en: lines('In', 'Constraints:'), ja: lines('所属:', '制約:') }];
}

function scoreNote(text: string): Text[] {
  const match = /^([+-]?)(?:(\d+)|inf(?:inity)?|mandatory)$/i.exec(text);
  if (!match) return [];
  const infinite = match[2] === undefined || Number(match[2]) >= 1_000_000;
  if (infinite && match[1] === '-')
    return [{ en: 'Never: −INFINITY forbids it.', ja: '禁止: −INFINITY は決して許さない。' }];
  if (infinite)
    return [{ en: 'Must: INFINITY, whatever else speaks against it.', ja: '必須: INFINITY は他の条件より優先する。' }];
  if (match[1] === '-')
    return [{ en: `Rather not: ${match[2]} points against it.`, ja: `なるべく避ける: ${match[2]} 点のマイナス。` }];
  return [{ en: `Preferred: ${match[2]} points for it.`, ja: `優先: ${match[2]} 点のプラス。` }];
}

const timeNames = /(?:^|[-_])(?:timeout|interval|delay|stickiness-delay|start-delay)$|^(?:timeout|interval)$/;

function durationNote(name: string, text: string): Text[] {
  const value = timeNames.test(name) ? seconds(text) : undefined;
  if (value === undefined || value < 120) return [];
  const minutes = Math.round(value / 6) / 10;
  const hours = Math.round(value / 360) / 10;
  const shown =
    value >= 7200 ? { en: `${hours} hours`, ja: `${hours} 時間` } : { en: `${minutes} minutes`, ja: `${minutes} 分` };
  return [{ en: `${value} s = ${shown.en}`, ja: `${value} 秒 = ${shown.ja}` }];
}
