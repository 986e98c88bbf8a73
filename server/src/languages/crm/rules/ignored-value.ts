import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import { declarationOf } from '../effective/configuration';
import { attributesOf, type CrmModel } from '../model';
import { cloneRound, isPromotable, isTrue, primitivesIn } from './shared-clones';
import { configurationOf } from './shared-drbd';

const bare = (value: string | undefined): string => (value ?? '').replace(/["']/g, '');

export const ignoredValue = defineRule<CrmModel>()({
  id: 'crm/ignored-value',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive', 'group', 'clone', 'ms', 'property', 'rsc_defaults'],
  docs: {
    en: 'The value is one that exists, but not here: Pacemaker says so in its log (crm_verify -V shows it) and takes something else. A promoted target-role needs a promotable clone, services cannot be unique instances, poweroff is called off, and a threshold counts from zero.',
    ja: '値自体は存在するが、ここでは使えない。Pacemaker はログに記録し（crm_verify -V で確認できる）、別の値を使う。昇格の target-role には promotable クローンが必要で、サービスは固有のインスタンスにできず、poweroff は off と書き、しきい値は 0 以上である。',
  },
  messages: {
    role: {
      en: 'target-role={value} is ignored: “{name}” is in no promotable clone.',
      ja: '「{name}」は promotable クローンにないため、target-role={value} は無視される。',
    },
    unique: {
      en: 'globally-unique is ignored: instances of {agent} cannot differ.',
      ja: '{agent} のインスタンスは区別できないため、globally-unique は無視される。',
    },
    poweroff: { en: 'poweroff is deprecated: write off.', ja: 'poweroff は非推奨である。off と書くこと。' },
    negative: { en: 'A negative {name} is not valid.', ja: '{name} に負の値は使えない。' },
  },
  examples: {
    bad: [
      'primitive p ocf:pacemaker:Dummy meta target-role=Master\n',
      'primitive p lsb:foo\nclone c p meta globally-unique=true\n',
      'property stonith-action=poweroff\n',
      'primitive p ocf:pacemaker:Dummy meta migration-threshold=-1\n',
    ],
    good: [
      'primitive p ocf:pacemaker:Stateful meta target-role=Master\nms m p\n',
      'property stonith-action=off\n',
      'primitive p ocf:pacemaker:Dummy meta migration-threshold=INFINITY\n',
    ],
  },
  source: 'pacemaker 2.1.5, lib/pengine/utils.c, get_target_role; lib/pengine/clone.c; lib/common/options.c',
  check(unit, context) {
    const { statement } = unit.model;
    if (!statement) return;
    if (statement.kind === 'property') {
      for (const { name, value, valueSpan } of attributesOf(statement, 'property'))
        if (name === 'stonith-action' && bare(value) === 'poweroff' && valueSpan)
          context.report('poweroff', valueSpan, {
            tags: ['deprecated'],
            fixes: () => [
              {
                title: { en: 'Write off', ja: 'off と書く' },
                safe: true,
                edits: [{ span: valueSpan, newText: 'off' }],
              },
            ],
          });
      return;
    }
    const set = statement.kind === 'rsc_defaults' ? 'rsc_defaults' : 'meta';
    for (const { name, value, valueSpan } of attributesOf(statement, set)) {
      if (!valueSpan) continue;
      if (name === 'migration-threshold' && /^-\s*\d/.test(bare(value)))
        context.report('negative', valueSpan, { args: { name } });
      if (name === 'target-role' && /^(?:master|promoted)$/i.test(bare(value)) && !canPromote(unit, context))
        context.report('role', valueSpan, { args: { value: bare(value), name: statement.name?.text ?? '' } });
      const service = name === 'globally-unique' && isTrue(value) ? serviceIn(unit, context) : undefined;
      if (service !== undefined) context.report('unique', valueSpan, { args: { agent: service } });
    }
  },
});

/** Whether a resource is, or is in, a promotable clone; what nobody declares may be. */
function canPromote(unit: Unit<CrmModel>, context: RuleContext): boolean {
  const { statement } = unit.model;
  const name = statement?.name?.text;
  if (!statement || name === undefined || statement.kind === 'rsc_defaults') return true;
  if (isPromotable(statement)) return true;
  const clone = cloneRound(configurationOf(unit, context), name);
  return clone !== undefined && isPromotable(clone.statement);
}

/** The service in a clone, whose instances cannot differ; undefined if there is none. */
function serviceIn(unit: Unit<CrmModel>, context: RuleContext): string | undefined {
  const { statement } = unit.model;
  if (!statement || (statement.kind !== 'clone' && statement.kind !== 'ms')) return undefined;
  const configuration = configurationOf(unit, context);
  if (statement.members.some(({ name }) => !declarationOf(configuration, name))) return undefined;
  return primitivesIn(configuration, statement)
    .map((child) => child.statement.agent?.value ?? '')
    .find((agent) => /^(?:lsb|systemd|service|upstart):/.test(agent));
}
