import { code } from '../../../base/markdown';
import { isTemplated } from '../parser/references';
import type { SetOwner, SlotKind } from '../slot-kinds';
import type { NoteContext } from './context';
import { templated } from './values';

type AttributeSlot = Extract<SlotKind, { kind: 'attribute-name' | 'attribute-value' }>;

/** What a name is that no fact describes: one that users make up, or one of an agent that we do not know. */
export function unknownAttribute(context: NoteContext<AttributeSlot>): string {
  const { slot } = context;
  const name = slot.kind === 'attribute-name' ? context.text : slot.name;
  if (isTemplated(name)) return templated(context);
  return `**${code(name)}** — ${meaning(context, slot.owner, name)}`;
}

function meaning({ t, facts }: NoteContext, owner: SetOwner, name: string): string {
  switch (owner.set) {
    case 'attributes':
      return owner.statement === 'alert'
        ? t('the alert program gets it as an environment variable', 'アラートプログラムに環境変数として渡される')
        : t(
            'an attribute of the node, with a name of your own; rules can ask for it',
            '独自に名付けたノード属性。ルールで参照できる',
          );
    case 'utilization':
      return owner.statement === 'node'
        ? t(
            'how much of it the node has. Counts if placement-strategy is not default.',
            'ノードが提供できる容量。placement-strategy が default 以外のときに考慮される',
          )
        : t(
            'how much of it the resource needs. Counts if placement-strategy is not default.',
            'リソースが必要とする容量。placement-strategy が default 以外のときに考慮される',
          );
    case 'params':
    case 'op_params':
      return parameter(t, owner, facts.agent(owner.agent) !== undefined);
    case 'op':
      return t(
        `a parameter of the agent for this operation only`,
        'このオペレーションだけでエージェントに渡すパラメータ',
      );
    case 'property':
    case 'op_defaults':
      return t('Pacemaker knows no such name; it is kept in the CIB', 'Pacemaker にはない名前。CIB にはそのまま残る');
    default:
      return /^OCF_/.test(name)
        ? t('handed to the agent as it is', 'エージェントにそのまま渡される')
        : t(
            'a name that Pacemaker has no use for; tools may read it',
            'Pacemaker 自身は使わない名前。ツールが読むことはある',
          );
  }
}

function parameter(t: NoteContext['t'], { agent, template }: SetOwner, isKnown: boolean): string {
  if (agent === undefined)
    return template === undefined
      ? t('a parameter', 'パラメータ')
      : t(`a parameter of the agent of ${code(template)}`, `テンプレート ${code(template)} のエージェントのパラメータ`);
  return isKnown
    ? t(`${code(agent)} declares no such parameter`, `${code(agent)} にこの名前のパラメータはない`)
    : t(
        `a parameter of ${code(agent)}, whose metadata we do not have`,
        `${code(agent)} のパラメータ。このエージェントのメタデータは手元にない`,
      );
}
