import { nearest } from '../../../base/suggest';
import { defineRule, type RuleContext } from '../../../core/lint/rule';
import { members } from '../ast';
import { oldGeneration, targetOf } from '../generation';
import type { DrbdModel } from '../model';
import { at, ownOf, type Scope, type Setting, scopesOf } from './shared-options';

export const fenceHandlers = defineRule<DrbdModel>()({
  id: 'drbd/fence-handlers',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'fencing and the handlers belong together: fencing without fence-peer cannot outdate the peer and blocks or fails, a fence-peer handler without fencing is never called, and what crm-fence-peer sets crm-unfence-peer has to take away, or the resource is never promoted on that node again. The scripts for DRBD 9 end in .9.sh.',
    ja: 'fencing とハンドラは組で使う。fence-peer なしの fencing は対向を outdate できず、fencing なしの fence-peer は呼ばれない。crm-fence-peer が設定した制約は crm-unfence-peer が解除しないと、そのノードでは二度と昇格しない。DRBD 9 用のスクリプトは .9.sh で終わる。',
  },
  messages: {
    handler: {
      en: 'fencing {value} needs a fence-peer handler.',
      ja: 'fencing {value} には fence-peer ハンドラが必要である。',
    },
    never: {
      en: 'fence-peer is never called: fencing is not set.',
      ja: 'fencing が設定されていないため、fence-peer は呼ばれない。',
    },
    unfence: {
      en: 'Nothing takes the constraint of {script} away: add {other}.',
      ja: '{script} の制約を解除するものがない。{other} を追加すること。',
    },
    generation: {
      en: '{script} is for DRBD {generation}: use {right}.',
      ja: '{script} は DRBD {generation} 用である。{right} を使うこと。',
    },
    old: {
      en: '{name} is called fence-peer since DRBD 8.3.',
      ja: '{name} は DRBD 8.3 以降 fence-peer という名前である。',
    },
    unknown: {
      en: 'drbd-utils has no {script}. Is {other} meant?',
      ja: 'drbd-utils に {script} はない。{other} の誤りでは？',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  net { fencing resource-and-stonith; }\n}\n',
      'resource r0 {\n  handlers { fence-peer "/usr/lib/drbd/crm-fence-peer.9.sh"; unfence-peer "/usr/lib/drbd/crm-unfence-peer.9.sh"; }\n}\n',
      'resource r0 {\n  net { fencing resource-only; }\n  handlers { fence-peer "/usr/lib/drbd/crm-fence-peer.9.sh"; }\n}\n',
      'resource r0 {\n  handlers { split-brain "/usr/lib/drbd/notify-splitbrain.sh root"; }\n}\n',
    ],
    good: [
      'resource r0 {\n  net { fencing resource-only; }\n  handlers { fence-peer "/usr/lib/drbd/crm-fence-peer.9.sh"; unfence-peer "/usr/lib/drbd/crm-unfence-peer.9.sh"; }\n}\n',
      'resource r0 {\n  handlers { split-brain "/usr/lib/drbd/notify-split-brain.sh root"; }\n}\n',
    ],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, fencing, fence-peer; drbd-utils 9.22, scripts',
  check(unit, context) {
    for (const scope of scopesOf(unit, context)) {
      const { get } = scope;
      const fencing = get('net', 'fencing');
      const peer = get('handlers', 'fence-peer') ?? get('handlers', 'outdate-peer');
      const isOn = fencing !== undefined && fencing.value !== 'dont-care';
      const elsewhere = scope.resource === undefined;
      if (isOn && !peer && !(elsewhere && context.has('drbd.set', 'fence-peer')))
        at(context, ownOf(fencing), 'handler');
      if (peer?.own && !isOn && !(elsewhere && context.has('drbd.set', 'fencing')))
        context.report('never', peer.item.keyword.span, { severity: 'information' });
      if (peer?.item.keyword.text === 'outdate-peer' && peer.own)
        context.report('old', peer.item.keyword.span, {
          args: { name: 'outdate-peer' },
          severity: 'hint',
          tags: ['deprecated'],
          fixes: () => [
            {
              title: { en: 'Change to fence-peer', ja: 'fence-peer に変更' },
              safe: true,
              edits: [{ span: peer.item.keyword.span, newText: 'fence-peer' }],
            },
          ],
        });
      checkScripts(scope, peer, context);
    }
  },
});

/** The scripts that drbd-utils 9.22 brings. */
const shipped = [
  'crm-fence-peer.sh',
  'crm-fence-peer.9.sh',
  'crm-unfence-peer.sh',
  'crm-unfence-peer.9.sh',
  'notify.sh',
  'notify-emergency-reboot.sh',
  'notify-emergency-shutdown.sh',
  'notify-io-error.sh',
  'notify-out-of-sync.sh',
  'notify-pri-lost-after-sb.sh',
  'notify-pri-lost.sh',
  'notify-pri-on-incon-degr.sh',
  'notify-split-brain.sh',
  'outdate-peer.sh',
  'rhcs_fence',
  'snapshot-resync-target-lvm.sh',
  'stonith_admin-fence-peer.sh',
  'unsnapshot-resync-target-lvm.sh',
  'unsnapshot-resync-target-thinlv.sh',
  'snapshot-resync-target-thinlv.sh',
  'drbd-fence-peer.sh',
];

function checkScripts(scope: Scope, peer: Setting | undefined, context: RuleContext): void {
  const { get } = scope;
  const isOld = oldGeneration(context) !== undefined;
  const known = targetOf(context).set || isOld || context.has('drbd.era', '9');
  for (const handler of members(scope.item, 'handlers').flatMap((section) => members(section, 'option'))) {
    const word = handler.args[0];
    const script = /^"?\/usr\/lib\/drbd\/([\w.-]+)/.exec(word?.text ?? '')?.[1];
    if (!word || script === undefined) continue;
    const other = nearest(script, shipped);
    if (!shipped.includes(script) && other !== undefined)
      context.report('unknown', word.span, { args: { script, other } });
    const right = isOld ? script.replace('.9.sh', '.sh') : script.replace(/^(crm-(?:un)?fence-peer)\.sh$/, '$1.9.sh');
    if (known && shipped.includes(script) && right !== script)
      context.report('generation', word.span, {
        args: { script, generation: isOld ? '9' : '8', right },
        fixes: () => [
          {
            title: { en: `Change to ${right}`, ja: `${right} に変更` },
            safe: false,
            edits: [{ span: word.span, newText: wordWith(word.text, script, right) }],
          },
        ],
      });
  }
  const script = /crm-fence-peer(?:\.9)?\.sh/.exec(peer?.value ?? '')?.[0];
  if (!peer?.own || script === undefined) return;
  const undone = ['unfence-peer', 'after-resync-target'].some(
    (name) =>
      /crm-unfence-peer/.test(get('handlers', name)?.value ?? '') ||
      (scope.resource === undefined && context.has('drbd.set', name)),
  );
  const undo = isOld ? 'after-resync-target' : 'unfence-peer';
  if (undone) return;
  const end = peer.item.span.end;
  context.report('unfence', (peer.item.args[0] ?? peer.item.keyword).span, {
    args: { script, other: undo },
    fixes: () => [
      {
        title: { en: `Add ${undo}`, ja: `${undo} を追加` },
        safe: false,
        edits: [
          {
            span: { start: end, end },
            newText: ` ${undo} "/usr/lib/drbd/${script.replace('crm-fence', 'crm-unfence')}";`,
          },
        ],
      },
    ],
  });
}

/** A command with another script, in quotes. */
const wordWith = (text: string, script: string, right: string): string =>
  `"${text.replace(/^"|"$/g, '').replace(script, right)}"`;
