import type { SyntaxMessage } from '../../core/language';
import type { Severity } from '../../core/workspace/unit';
import { memberTakenOut, nearestStatement, parametersLast } from './syntax-fixes';

const message = (
  en: string,
  ja: string,
  severity: Severity = 'error',
  fixes?: SyntaxMessage['fixes'],
): SyntaxMessage => ({
  severity,
  message: { en, ja },
  ...(fixes && { fixes }),
});

/** What the parser reports, by code. Severity error: crmsh's `configure load` refuses the line. */
export const syntaxMessages: Readonly<Record<string, SyntaxMessage>> = {
  'unclosed-quote': message(
    'This quote ({quote}) is not closed on the line. crm stops reading here: add the closing quote.',
    '引用符（{quote}）が行内で閉じられていない。crm はここで読み込みを中止する。閉じる引用符を補うこと。',
  ),
  'control-character': message(
    'This word holds a control character, which the CIB cannot: crm breaks off here. Delete it.',
    'この単語には CIB に書けない制御文字が含まれている。crm はここで読み込みを中止する。削除すること。',
  ),
  'unknown-statement': message(
    '“{word}” is no statement of the configure level. Expected: node, primitive, group, clone, location, colocation, order, property, …',
    '「{word}」は configure レベルの文ではない。node、primitive、group、clone、location、colocation、order、property などを書く。',
    'error',
    nearestStatement,
  ),
  'empty-word': message('An empty word cannot stand here.', '空の単語はここに書けない。'),
  'after-id-ref': message(
    '“{word}” cannot follow $id-ref=: a set that is used by its id has nothing of its own.',
    '$id-ref= の後に「{word}」は書けない。id で参照する集合に属性は足せない。',
  ),
  'missing-id': message('{statement} needs a name here.', '{statement} には名前が必要。'),
  'bad-id': message(
    '“{id}” cannot be a name: it begins with a letter or “_” and goes on with letters, digits, “_”, “-” and “.”.',
    '「{id}」は名前に使えない。英字か「_」で始め、英数字と「_」「-」「.」を続ける。',
  ),
  'id-with-equals': message(
    'Write the name alone: a file may not say “{id}”.',
    '「{id}」ではなく名前だけを書く。ファイルでは id= は使えない。',
  ),
  'missing-agent': message(
    'A resource needs its type here, such as ocf:heartbeat:IPaddr2, or @template.',
    'ここにリソースの種類（ocf:heartbeat:IPaddr2 や @テンプレート）が必要。',
  ),
  'agent-looks-wrong': message(
    'crm takes “{word}” for the type of the resource. Write the type here, such as ocf:heartbeat:IPaddr2.',
    'crm は「{word}」をリソースの種類とみなす。ここに ocf:heartbeat:IPaddr2 などの種類を書くこと。',
    'warning',
  ),
  'bad-agent': message(
    '“{agent}” is no resource type: write class:provider:type.',
    '「{agent}」はリソースの種類として読めない。クラス:プロバイダー:タイプ の形で書く。',
  ),
  'unexpected-word': message(
    '“{word}” does not belong here. Expected: {expected}.',
    'ここに「{word}」は書けない。書けるのは {expected}。',
  ),
  'not-an-attribute': message(
    '“{word}” is no attribute: expected NAME=VALUE.',
    '「{word}」は属性として読めない。名前=値 の形で書く。',
  ),
  'bad-attribute-name': message(
    '“{name}” cannot be the name of an attribute: letters, digits, “_”, “-” and “.”.',
    '「{name}」は属性名に使えない。英数字と「_」「-」「.」だけで書く。',
  ),
  'missing-name': message('There is no name in front of “=”.', '「=」の前に名前がない。'),
  'missing-members': message('At least one name is needed here.', 'ここに名前が少なくとも一つ必要。'),
  'member-twice': message(
    '{name} is a member already.',
    '{name} は既にメンバーに含まれている。',
    'error',
    memberTakenOut,
  ),
  'missing-child': message(
    '{statement} needs the name of its resource here.',
    '{statement} には対象リソースの名前が必要。',
  ),
  'missing-bundle-part': message(
    'A bundle needs at least a container: docker, podman or rkt.',
    'bundle には docker、podman、rkt のいずれかが必要。',
  ),
  'container-first': message(
    '“{word}” must be the first part of a bundle: behind another part crm does not know it.',
    '「{word}」は bundle の最初の部分に書く必要がある。ほかの部分の後では crm は認識しない。',
  ),
  'rkt-gone': message(
    'crmsh 4.4 dies of rkt, and Pacemaker 3.0 has dropped it: use podman or docker.',
    'crmsh 4.4 は rkt で異常終了し、Pacemaker 3.0 では廃止された。podman か docker を使う。',
  ),
  'missing-operation': message(
    'op needs the name of the operation here, such as monitor.',
    'op の後には monitor などのオペレーション名が必要。',
  ),
  'operation-looks-wrong': message(
    'crm takes “{word}” for the name of the operation. Write it first: op monitor …',
    'crm は「{word}」をオペレーション名とみなす。先に名前を書くこと（op monitor …）。',
    'warning',
  ),
  'operation-value': message(
    '“{word}” has no value. crm dies of an internal error here: write {word}=VALUE.',
    '「{word}」に値がない。crm はここで内部エラーになる。{word}=値 の形で書く。',
  ),
  'missing-resource': message('A resource is needed here.', 'ここにリソースの名前が必要。'),
  'missing-score': message('A score is needed here, such as 100: or inf:.', 'ここに 100: や inf: などのスコアが必要。'),
  'expected-score': message(
    'Expected a score with a colon, such as 100: or inf:, not “{word}”.',
    '「{word}」の位置には、コロン付きのスコア（100:、inf: など）を書く。',
  ),
  'score-colon-apart': message(
    'The colon belongs to the score without a blank: {word}:',
    'コロンはスコアに続けて書く（空白を入れない）: {word}:',
  ),
  'missing-node': message('The name of a node is needed here.', 'ここにノード名が必要。'),
  'node-looks-wrong': message(
    'crm takes “{word}” for the name of the node. Write the name alone.',
    'crm は「{word}」をノード名とみなす。名前だけを書くこと。',
    'warning',
  ),
  'bad-node-type': message(
    '“{type}” is no type of node: normal, member, ping or remote.',
    '「{type}」というノードの種類はない。normal、member、ping、remote のいずれか。',
  ),
  'bad-role': message(
    '“{word}” is no role: Promoted, Unpromoted, Started, Stopped, Master or Slave.',
    '「{word}」は役割ではない。Promoted、Unpromoted、Started、Stopped、Master、Slave のいずれか。',
  ),
  'bad-action': message(
    '“{word}” is no action of an order: start, promote, demote or stop.',
    '「{word}」は order のアクションではない。start、promote、demote、stop のいずれか。',
  ),
  'not-last': message(
    '“{word}” counts only as the last word of the statement.',
    '「{word}」は文の最後の単語としてだけ書ける。',
  ),
  'bad-trailing-value': message('“{value}” is no value for {name}.', '{name} に「{value}」は使えない。'),
  'bracket-in-name': message(
    'crm reads a bracket of “{word}” as a part of the name: put blanks round the brackets.',
    'crm は「{word}」の括弧を名前の一部とみなす。括弧の前後に空白を入れること。',
  ),
  'kind-without-colon': message(
    'Without its colon crm takes “{kind}” for a resource: write {kind}:',
    'コロンがないと crm は「{kind}」をリソース名とみなす。{kind}: と書くこと。',
  ),
  'empty-set': message('There is no resource in this set.', 'このセットにはリソースがない。'),
  'operation-order': message(
    '“{word}” is no attribute of an operation and must stand behind {name}=. A parameter belongs under op_params.',
    '「{word}」はオペレーションの属性ではないため {name}= の後に置く必要がある。パラメータは op_params の後に書く。',
    'error',
    parametersLast,
  ),
  'operation-former-attribute': message(
    'New schemas know “{word}” only as a meta attribute of the resource: move it to meta.',
    '新しいスキーマでは「{word}」はリソースのメタ属性としてのみ使える。meta に移すこと。',
    'warning',
  ),
  'missing-set-id': message('operations needs $id= or $id-ref= here.', 'operations の後には $id= か $id-ref= が必要。'),
  'mixed-booleans': message(
    '“{first}” and “{second}” cannot be mixed in one rule: write two rules.',
    '一つのルールで「{first}」と「{second}」は混在できない。ルールを二つに分ける。',
  ),
  'missing-right': message('read, write or deny is needed here.', 'ここに read、write、deny のいずれかが必要。'),
  'unknown-element': message('crm does not know the element <{element}>.', 'crm は要素 <{element}> を扱えない。'),
  'bad-order-kind': message(
    '“{kind}” is no kind of order: Mandatory, Optional, Serialize, or a number.',
    '「{kind}」は order の種類ではない。Mandatory、Optional、Serialize か数値を書く。',
  ),
  'missing-ticket': message('A ticket with a colon is needed here.', 'ここにコロン付きのチケット名が必要。'),
  'unclosed-bracket': message('This “{bracket}” is not closed.', 'この「{bracket}」が閉じられていない。'),
  'unopened-bracket': message(
    'This “{bracket}” closes nothing that it opened.',
    'この「{bracket}」に対応する開き括弧がない。',
  ),
  'nested-bracket': message('Sets cannot stand in one another.', 'リソースセットは入れ子にできない。'),
  'missing-expression': message(
    'An expression is needed here, such as #uname eq node1.',
    'ここに #uname eq node1 のような式が必要。',
  ),
  'missing-attribute': message('The name of an attribute is needed here.', 'ここに属性名が必要。'),
  'missing-operator': message(
    'An operator is needed behind “{attribute}”: eq, ne, lt, gt, lte, gte.',
    '「{attribute}」の後に演算子（eq、ne、lt、gt、lte、gte）が必要。',
  ),
  'not-an-operator': message(
    '“{word}” is no operator: eq, ne, lt, gt, lte or gte.',
    '「{word}」は演算子ではない。eq、ne、lt、gt、lte、gte のいずれか。',
  ),
  'missing-value': message('A value is needed here.', 'ここに値が必要。'),
  'not-a-date-operation': message(
    'Expected lt, gt, in_range or date_spec, not “{word}”.',
    '「{word}」ではなく lt、gt、in_range、date_spec のいずれかを書く。',
  ),
  'not-a-date-field': message(
    '“{word}” is no field of a date: {fields}.',
    '「{word}」は日付の項目ではない。使えるのは {fields}。',
  ),
  'missing-date-field': message(
    'More is needed here: NAME=VALUE with {fields}.',
    'ここに 名前=値 が足りない。名前は {fields}。',
  ),
  'bad-rule-value': message(
    '“{value}” makes crm stop with an internal error: no blanks, and braces only as in meta{NAME}.',
    '「{value}」で crm は内部エラーになる。空白は使えず、波括弧は meta{名前} の形でのみ使える。',
  ),
  'bad-score': message(
    '“{score}” is no score: write a whole number, inf or -inf.',
    '「{score}」はスコアではない。整数か inf、-inf を書く。',
  ),
  'bad-set-score': message(
    '“{score}” is no score of a set: write a whole number, INFINITY or -INFINITY.',
    '「{score}」は属性集合のスコアにならない。整数か INFINITY、-INFINITY を書く。',
  ),
  'score-attribute': message(
    '“{score}” is no number: crm takes it for a node attribute that holds the score, which new schemas refuse.',
    '「{score}」は数値ではない。crm はスコアを持つノード属性の名前とみなし、新しいスキーマはこれを拒否する。',
    'warning',
  ),
  'missing-attributes': message('At least one NAME=VALUE is needed here.', 'ここに 名前=値 が少なくとも一つ必要。'),
  'not-a-name': message('“{word}” cannot be a name.', '「{word}」は名前に使えない。'),
  'missing-spec-value': message('“{word}” needs what it is about: {word}:…', '「{word}」には対象が必要: {word}:…'),
  'too-many-spec-values': message(
    '“{word}” takes no more than {most} values.',
    '「{word}」に書ける値は {most} 個まで。',
  ),
  'attribute-alone': message(
    '“{word}” needs tag: or type: beside it.',
    '「{word}」は tag: か type: と一緒に書く必要がある。',
  ),
  'bundle-value': message(
    '“{word}” has no value. crm dies of an internal error here: write {word}=VALUE.',
    '「{word}」に値がない。crm はここで内部エラーになる。{word}=値 の形で書く。',
  ),
  'element-without-id': message('<{element}> needs an id.', '<{element}> には id が必要。'),
  'element-without-attribute': message(
    '<{element}> needs the attribute {attribute}.',
    '<{element}> には属性 {attribute} が必要。',
  ),
  'malformed-xml': message('This is no well-formed XML element.', '整形式の XML 要素ではない。'),
  'missing-interval': message(
    'monitor needs INTERVAL or INTERVAL:TIMEOUT here.',
    'monitor には 間隔 または 間隔:タイムアウト が必要。',
  ),
  'not-an-acl-spec': message(
    '“{word}” says nothing that a right can be about: xpath:, ref:, tag:, type: or a shortcut.',
    '「{word}」は権限の対象として読めない。xpath:、ref:、tag:、type: か省略形を書く。',
  ),
  'spec-twice': message(
    'crm keeps one path, one element and one kind of element a right: what “{word}” replaces is lost. Write a right of its own.',
    'crm が 1 つの権限で保持するのはパス、要素、要素の種類それぞれ 1 つで、「{word}」より前に書いたものは失われる。権限を分けて書くこと。',
    'warning',
  ),
  'missing-path': message(
    'The path of the alert’s program is needed here.',
    'ここにアラートのプログラムのパスが必要。',
  ),
  'missing-xml': message('xml needs an XML element here.', 'xml の後には XML 要素が必要。'),
  'lost-word': message(
    'crm takes “{word}” for the word “{keyword}” and loses the rest of it without a message. Write {keyword}, then NAME=VALUE.',
    'crm は「{word}」を「{keyword}」とみなし、残りを黙って捨てる。{keyword} の後に 名前=値 を書くこと。',
    'warning',
  ),
};
