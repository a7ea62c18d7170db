import type { CredentialsMode } from './cors-check.ts';
import type { Exchange, Hop } from './exchange.ts';
import { getHeader } from './header-list.ts';
import { corsTainting } from './origin.ts';

/**
 * What the request itself gives away about its credentials mode, or null.
 * Chrome sends `Sec-Fetch-Storage-Access` on cross-site requests exactly when credentials are included
 * (since 133; measured in 156), and a `Cookie` only then.
 * @see https://privacycg.github.io/storage-access-headers/#sec-fetch-storage-access-header
 */
export function credentialsEvidence(exchange: Exchange): CredentialsMode | null {
  const tainting = corsTainting(exchange);
  for (const [index, hop] of exchange.hops.entries()) {
    // On its own origin a request carries cookies in mode `same-origin`, too.
    const mode = tainting[index] === true ? hopEvidence(hop) : null;
    if (mode !== null) return mode;
  }
  // A beacon includes credentials: https://w3c.github.io/beacon/#sec-processing-model
  if (exchange.resourceType === 'ping') return 'include';
  // A font is fetched with credentials mode `same-origin`: https://drafts.csswg.org/css-fonts/#font-fetching-requirements
  return exchange.resourceType === 'font' ? 'omit' : null;
}

function hopEvidence({ requestHeaders }: Hop): CredentialsMode | null {
  if (requestHeaders === null) return null;
  if (getHeader(requestHeaders, 'Sec-Fetch-Storage-Access') !== null) return 'include';
  if (getHeader(requestHeaders, 'Cookie') !== null) return 'include';
  return getHeader(requestHeaders, 'Sec-Fetch-Site') === 'cross-site' ? 'omit' : null;
}
