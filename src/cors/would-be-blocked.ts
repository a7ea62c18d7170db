import type { BrowserProfile } from './browser-profile.ts';
import { credentialsEvidence } from './credentials-evidence.ts';
import type { Exchange } from './exchange.ts';
import { hopFaults } from './hop-faults.ts';

/**
 * True if a browser blocks such an exchange, for exchanges of which nobody told how they ended: a proxy sees the same
 * answer whether the browser blocks it or not. Faults that need credentials count only if the request carried some.
 * @param profile the browser that sent the request
 */
export function wouldBeBlocked(exchange: Exchange, profile: BrowserProfile): boolean {
  const included = credentialsEvidence(exchange, profile) === 'include';
  return hopFaults(exchange, profile).some(({ preflight, response }) =>
    [...preflight, ...response].some(({ when }) => when === 'always' || included),
  );
}
