import type { RuleContext } from '../../core/lint/rule';
import { type NamesOf, ownNames } from './links';
import type { DrbdModel } from './model';

/** Names with those of the resources below. */
export const namesIn =
  (context: RuleContext): NamesOf =>
  (host) => {
    const [lower] = host.kind === 'stacked' ? host.names : [];
    if (!lower) return ownNames(host);
    return context
      .declarations('drbd.resource', lower.text)
      .flatMap(({ unit }) => (unit.model as DrbdModel).resources)
      .filter(({ name }) => name?.text === lower.text)
      .flatMap(({ hosts }) => hosts.filter(({ kind }) => kind !== 'stacked').flatMap(ownNames));
  };
