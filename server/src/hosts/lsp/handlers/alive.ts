import type { Host } from '../host';
import { hangNotification, pingRequest } from '../protocol';

/** Answers whether we still answer; hangs when a client under test wants to see what happens then. */
export function registerAlive(host: Host): void {
  host.connection.onRequest(pingRequest, () => null);
  host.connection.onNotification(hangNotification, () => {
    if (host.options.testing !== true) return;
    for (;;);
  });
}
