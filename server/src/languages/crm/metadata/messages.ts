import { fill, type Locale, type Text } from '../../../base/text';
import { limits } from './imported';
import { longestMetadata, type MetadataProblem } from './read-metadata';

/** What is said of a text that is no metadata; the caller says which file it was. */
export const metadataProblemText = ({ problem, detail = '' }: MetadataProblem, locale: Locale): string =>
  fill(texts[problem][locale], {
    detail,
    longest: longestMetadata,
    parameters: limits.parameters,
    actions: limits.actions,
  });

const texts: Readonly<Record<MetadataProblem['problem'], Text>> = {
  'no-agent': {
    en: 'the names of file and folder do not say which agent it is',
    ja: 'ファイル名とフォルダー名からエージェントを特定できない',
  },
  'too-long': {
    en: 'longer than {longest} characters',
    ja: '{longest} 文字を超えている',
  },
  declarations: {
    en: 'its document type declares entities or elements, which metadata of agents do not need',
    ja: 'DOCTYPE の中で実体や要素を宣言している（エージェントのメタデータには不要）',
  },
  'no-xml': {
    en: 'no well-formed XML: {detail}',
    ja: '正しい XML ではない: {detail}',
  },
  'other-root': {
    en: 'no metadata of an agent: the root element is <{detail}>, not <resource-agent>',
    ja: 'エージェントのメタデータではない: ルート要素が <resource-agent> ではなく <{detail}>',
  },
  'too-many': {
    en: 'more than {parameters} parameters or {actions} actions',
    ja: 'パラメータが {parameters} 個、またはアクションが {actions} 個を超えている',
  },
};
