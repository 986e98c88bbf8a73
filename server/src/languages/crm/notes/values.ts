import { durationWords } from '../../../base/human';
import { code } from '../../../base/markdown';
import type { Fact } from '../../../core/facts/types';
import { isTemplated } from '../parser/references';
import type { SlotKind } from '../slot-kinds';
import { seconds } from '../values';
import { listed, type NoteContext, placeLink } from './context';
import { fieldWords } from './rules';
import { scoreWords } from './scores';

type AttributeValue = NoteContext<Extract<SlotKind, { kind: 'attribute-value' }>>;

const timeNames = /(?:^|[-_])(?:timeout|interval|delay|dampen|delay[-_](?:base|max))$/;

/** What a value means: how long, how strong, which of the values that its fact knows. */
export function valueWords(context: AttributeValue, fact: Fact | undefined): string | undefined {
  const { slot, text, t, facts } = context;
  if (isTemplated(text)) return templated(context);
  if (slot.owner.set === 'date') return datePart(context);
  if (slot.name === 'role') return undefined;
  const device = deviceNote(context);
  if (device !== undefined) return device;
  const kind = fact?.type?.kind;
  const known = fact?.valueTexts && Object.hasOwn(fact.valueTexts, text) ? fact.valueTexts[text] : undefined;
  if (known) return `${code(text)} — ${known[context.locale]}`;
  if (kind === 'score' || /stickiness$/.test(slot.name)) return scoreWords(text, t);
  if (kind === 'duration' || timeNames.test(slot.name)) return timeWords(context, slot.name);
  if (kind === 'integer' && fact?.type?.kind === 'integer' && fact.type.unit === 's')
    return timeWords(context, slot.name);
  if (kind === 'boolean') return booleanWords(context);
  if (facts.loaded && fact?.default !== undefined && fact.default !== '')
    return fact.default === text ? t('This is the default.', '既定値と同じ。') : undefined;
  return undefined;
}

/** A time in words. An interval of 0 is not a time but "once". */
function timeWords({ text, t, locale }: NoteContext, name: string): string | undefined {
  const value = seconds(text);
  if (value === undefined) return undefined;
  if (value === 0 && name === 'interval')
    return t('Not repeated: the operation runs when it is needed.', '繰り返さない: 必要になったときに実行される。');
  return `${code(text)} = ${durationWords(value, locale)}`;
}

function booleanWords({ text, t }: NoteContext): string | undefined {
  if (/^(?:true|yes|on|y|1)$/i.test(text)) return `${code(text)} — ${t('switched on', '有効')}`;
  return /^(?:false|no|off|n|0)$/i.test(text) ? `${code(text)} — ${t('switched off', '無効')}` : undefined;
}

/** Text that something else fills in before crm sees it. */
export const templated = ({ t }: Pick<NoteContext, 't'>): string =>
  t(
    'Filled in by a shell or a template engine before crm reads it.',
    'crm が読む前に、シェルやテンプレートエンジンが値に置き換える。',
  );

function datePart({ slot, text, t }: AttributeValue): string {
  if (slot.name === 'start') return t(`From ${code(text)} on.`, `${code(text)} から。`);
  if (slot.name === 'end') return t(`Until ${code(text)}.`, `${code(text)} まで。`);
  return `${code(`${slot.name}=${text}`)}: ${fieldWords(slot.name, text, t)}`;
}

/** A DRBD device or resource that a value names, with where it is configured. */
function deviceNote(context: AttributeValue): string | undefined {
  const { slot, text, around, t } = context;
  if (slot.owner.set !== 'params') return undefined;
  if (slot.name === 'drbd_resource') {
    const found = around.declarations('drbd.resource', text)[0];
    return found
      ? t(`DRBD resource ${placeLink(context, text, found)}`, `DRBD リソース ${placeLink(context, text, found)}`)
      : t(
          `DRBD resource ${code(text)}; no known file configures it.`,
          `DRBD リソース ${code(text)}。既知のファイルに設定は見つからない。`,
        );
  }
  if (!text.startsWith('/dev/drbd')) return undefined;
  const volumes = new Map(around.lookup('drbd.device', text).map((found) => [found.entry.value ?? '', found]));
  if (volumes.size === 0) return undefined;
  const shown = [...volumes].map(([volume, found]) => {
    const [resource = '', number = ''] = volume.split('/');
    return t(
      `volume ${number} of the DRBD resource ${placeLink(context, resource, found)}`,
      `DRBD リソース ${placeLink(context, resource, found)} のボリューム ${number}`,
    );
  });
  return `${code(text)} — ${listed(context, shown, 3)}`;
}
