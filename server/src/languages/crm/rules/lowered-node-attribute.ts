import { defineRule } from '../../../core/lint/rule';
import { partSpan } from '../lexer';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';

const prefix = 'node-attribute=';

export const loweredNodeAttribute = defineRule<CrmModel>()({
  id: 'crm/lowered-node-attribute',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'crm writes the value of node-attribute in small letters, without a message. Pacemaker tells them apart: an attribute of nodes that is called Rack is not found by rack. Call the attribute of the nodes by a name in small letters.',
    ja: 'crm は node-attribute の値を何も言わずに小文字にする。Pacemaker は大文字と小文字を区別するため、Rack というノード属性は rack では見つからない。ノード属性に小文字の名前を付けること。',
  },
  messages: {
    lowered: {
      en: 'crm makes “{lower}” of “{name}”: nodes need an attribute of that name.',
      ja: 'crm は「{name}」を「{lower}」にする。ノードにはその名前の属性が必要。',
    },
  },
  examples: {
    bad: [
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\ncolocation c inf: a b node-attribute=Rack\n',
    ],
    good: [
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\ncolocation c inf: a b node-attribute=rack\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py, colocation',
  check({ model: { statement, parsed } }, context) {
    const word = statement?.kind === 'colocation' ? parsed.words.at(-1) : undefined;
    if (!word?.value.toLowerCase().startsWith(prefix)) return;
    const name = word.value.slice(prefix.length);
    const lower = name.toLowerCase();
    if (name === lower || isTemplated(name)) return;
    context.report('lowered', partSpan(word, prefix.length), { args: { name, lower } });
  },
});
