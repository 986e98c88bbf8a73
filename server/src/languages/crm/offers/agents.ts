import type { Offer } from '../../../core/features/slot';
import type { SlotKind } from '../slot-kinds';
import type { Cursor } from './cursor';

/** Classes of agents that Pacemaker 2.1 knows; `nagios` and `upstart` went with 3.0. */
const classes = ['ocf:', 'stonith:', 'systemd:', 'service:', 'lsb:'];

/** Types of resources: templates, whole types, classes and providers as steps on the way, and what crm takes for short. */
export function agentOffers({ templates }: Extract<SlotKind, { kind: 'agent' }>, { facts, typed }: Cursor): Offer[] {
  const agents = [...facts.agents()].map(({ fact }) => fact);
  const symbols: Offer[] = templates ? [{ kind: 'symbols', namespaces: ['crm.template'], prefix: '@' }] : [];
  const steps = [...classes, ...new Set(agents.flatMap(({ name }) => /^ocf:[^:]+:/.exec(name)?.[0] ?? []))];
  // A bare type is offered where crm takes it for this agent.
  const bare = typed.includes(':')
    ? []
    : agents.flatMap((fact) => {
        const name = bareName(fact.name, facts.providersOf);
        return name === undefined ? [] : [{ ...fact, name }];
      });
  return [
    ...(typed.startsWith('@') ? symbols : []),
    { kind: 'facts', facts: agents },
    { kind: 'facts', facts: bare },
    { kind: 'values', type: { kind: 'enum', values: steps }, goesOn: true },
    ...(typed.startsWith('@') ? [] : symbols),
  ];
}

function bareName(id: string, providersOf: (type: string) => readonly string[]): string | undefined {
  const [agentClass, provider, type = ''] = id.split(':');
  return agentClass === 'ocf' && providersOf(type)[0] === provider ? type : undefined;
}
