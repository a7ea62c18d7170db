import type { BrowserProfile } from './browser-profile.ts';
import type { CredentialsMode } from './credentials-mode.ts';
import type { Exchange } from './exchange.ts';
import { corsTainting } from './origin.ts';

/** What the request itself gives away about its credentials mode, or null. */
export function credentialsEvidence(exchange: Exchange, profile: BrowserProfile): CredentialsMode | null {
  const tainting = corsTainting(exchange);
  for (const [index, hop] of exchange.hops.entries()) {
    // On its own origin a request carries cookies in mode `same-origin`, too.
    const mode = tainting[index] === true ? profile.credentialsEvidence(hop, index) : null;
    if (mode !== null) return mode;
  }
  // A beacon includes credentials: https://w3c.github.io/beacon/#sec-processing-model
  if (exchange.resourceType === 'ping') return 'include';
  // A font is fetched with credentials mode `same-origin`: https://drafts.csswg.org/css-fonts/#font-fetching-requirements
  return exchange.resourceType === 'font' ? 'omit' : null;
}
