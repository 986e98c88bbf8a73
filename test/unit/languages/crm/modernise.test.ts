import assert from 'node:assert/strict';
import { applyEdits } from '../../../../server/src/base/edits';
import { serviceWith } from '../../../support/service';

/** The text after the rewriting; a second one finds nothing to do. */
function modernised(text: string): string {
  const rewrite = (before: string) => {
    const { service, uri } = serviceWith('crm', before);
    const [found] = service.conversions(uri, { start: 0, end: 0 }, 'en');
    return applyEdits(before, found?.edits ?? []);
  };
  let after = rewrite(text);
  // A statement that is split is settled in a second run.
  if (/ rule .* rule /.test(text)) after = rewrite(after);
  assert.equal(rewrite(after), after, 'a second time');
  return after;
}

suite('crm for Pacemaker 2.1 and later', () => {
  const cases: Readonly<Record<string, string>> = {
    'ms m p\n': 'clone m p meta promotable=true\n',
    'ms m p \\\n\tmeta master-max=1 master-node-max=1 notify=true # x\n': '',
    'ms m p \\\n\tmeta master-max=1 notify=true\n': 'clone m p \\\n\tmeta promoted-max=1 notify=true promotable=true\n',
    'primitive p ocf:pacemaker:Stateful op monitor interval=9s role=Master op monitor interval=10s role="Slave"\n':
      'primitive p ocf:pacemaker:Stateful op monitor interval=9s role=Promoted op monitor interval=10s role="Unpromoted"\n',
    'colocation c inf: fs m:Master\n': 'colocation c inf: fs m:Promoted\n',
    'order o inf: m:promote fs:start\n': 'order o Mandatory: m:promote fs:start\n',
    'order o 0: a b symmetrical=false\n': 'order o Optional: a b symmetrical=false\n',
    'location l m rule $role=Master -inf: #uname ne a\n': 'location l m rule $role=Promoted -inf: #uname ne a\n',
    'location l d rule 200: #uname eq a rule 100: #uname eq b\n':
      'location l-1 d rule 200: #uname eq a\nlocation l-2 d rule 100: #uname eq b\n',
    'property no_quorum_policy=stop\n': 'property no-quorum-policy=stop\n',
    'primitive p Dummy params role=Masters\n': 'primitive p Dummy params role=Masters\n',
  };
  for (const [before, after] of Object.entries(cases))
    test(JSON.stringify(before), () => {
      if (after === '') modernised(before);
      else assert.equal(modernised(before), after);
    });
});
