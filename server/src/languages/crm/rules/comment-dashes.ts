import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import { hasControl } from '../lexer';
import type { CrmModel } from '../model';
import { statementKeywords } from '../parser/parse';
import { isTyped } from '../reader';

export const commentDashes = defineRule<CrmModel>()({
  id: 'crm/comment-dashes',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: '“configure load” keeps a comment in the CIB, as an XML comment of the statement below it, and XML allows no “--” in a comment and no “-” at its end: crm breaks off with a ValueError, and nothing is loaded. Use “=” or “#” for lines. The interpreter (crm -f) drops comments, so nothing is said in such files.',
    ja: '「configure load」はコメントを直後の文の XML コメントとして CIB に残す。XML のコメントには「--」を含められず、末尾を「-」にもできないため、crm は ValueError で中断し、何も読み込まれない。罫線には「=」や「#」を使うこと。インタープリター（crm -f）はコメントを捨てるため、そのようなファイルでは指摘しない。',
  },
  messages: {
    dashes: {
      en: 'crm breaks off at the next statement because of this comment: it may hold no “--” and not end in “-”.',
      ja: 'このコメントのため、crm は次の文で読み込みを中断する。「--」を含めたり「-」で終えたりできない。',
    },
    control: {
      en: 'crm breaks off at the next statement because of a control character in this comment. Delete it.',
      ja: 'このコメントの制御文字のため、crm は次の文で読み込みを中断する。削除すること。',
    },
  },
  examples: {
    bad: ['# ------\nprimitive p ocf:heartbeat:Dummy\n', '# a -- b\n\nnode n1\n'],
    good: [
      '# ======\nprimitive p ocf:heartbeat:Dummy\n',
      'primitive p ocf:heartbeat:Dummy\n# ------\n',
      '# ------\nconfigure\nprimitive p ocf:heartbeat:Dummy\ncommit\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/xmlutil.py, add_comment',
  check(unit, context) {
    if (unit.model.parsed.shape !== 'comment' || unit.before !== '') return;
    const text = unit.text.trim();
    const whole = unit.text.replace(/\\+[^\S\n]*(?:\n\s*|$)/g, '').trim();
    const message = /--|-$/.test(whole) ? 'dashes' : hasControl(whole) ? 'control' : undefined;
    if (message === undefined || isTyped(context) || !isFollowed(unit, context)) return;
    const start = unit.text.indexOf('#');
    const edits = [...text.matchAll(/-{2,}|-$/g)].map((found) => ({
      span: { start: start + found.index, end: start + found.index + found[0].length },
      newText: '='.repeat(found[0].length),
    }));
    const title = { en: 'Draw it with “=”', ja: '「=」に置き換える' };
    const fixes = edits.length > 0 ? { fixes: () => [{ title, safe: true, edits }] } : {};
    context.report(message, { start, end: start + text.length }, fixes);
  },
});

/** Whether a statement follows in the file, which would get the comment. Shell lines are no part of a file for `load`. */
function isFollowed(unit: Unit<CrmModel>, { lookup }: RuleContext): boolean {
  return statementKeywords.some((kind) =>
    lookup('crm.kind', kind).some(
      (found) =>
        found.uri === undefined &&
        found.unit.index > unit.index &&
        (found.unit.model as CrmModel).statement?.shell === false,
    ),
  );
}
