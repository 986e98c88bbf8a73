import type { Host } from '../host';
import { rulePageRequest } from '../protocol';

/** The page that a finding's code leads to. */
export function registerRulePages(host: Host): void {
  host.connection.onRequest(rulePageRequest, ({ code }) =>
    host.guard('rulePage', null, () => host.service.rulePage(code, host.locale) ?? null),
  );
}
