import type { BrowserProfile } from './browser-profile.ts';
import type { CredentialsMode } from './cors-check.ts';
import type { Exchange, Hop } from './exchange.ts';
import { getHeader, type HeaderList } from './header-list.ts';
import { corsTainting } from './origin.ts';

/** What the request itself gives away about its credentials mode, or null. */
export function credentialsEvidence(exchange: Exchange, profile: BrowserProfile): CredentialsMode | null {
  const tainting = corsTainting(exchange);
  for (const [index, hop] of exchange.hops.entries()) {
    // On its own origin a request carries cookies in mode `same-origin`, too.
    const mode = tainting[index] === true ? hopEvidence(hop, index, profile) : null;
    if (mode !== null) return mode;
  }
  // A beacon includes credentials: https://w3c.github.io/beacon/#sec-processing-model
  if (exchange.resourceType === 'ping') return 'include';
  // A font is fetched with credentials mode `same-origin`: https://drafts.csswg.org/css-fonts/#font-fetching-requirements
  return exchange.resourceType === 'font' ? 'omit' : null;
}

function hopEvidence(
  { preflight, requestHeaders }: Hop,
  index: number,
  { tellsStorageAccess: { onPreflights, onceRedirected } }: BrowserProfile,
): CredentialsMode | null {
  const ofPreflight =
    onPreflights && preflight !== null ? headersEvidence(preflight.requestHeaders, true) : null;
  if (ofPreflight !== null || requestHeaders === null) return ofPreflight;
  return headersEvidence(requestHeaders, onceRedirected || index === 0);
}

/** @param isTelling whether it tells something that `Sec-Fetch-Storage-Access` is missing */
function headersEvidence(headers: HeaderList, isTelling: boolean): CredentialsMode | null {
  if (getHeader(headers, 'Sec-Fetch-Storage-Access') !== null) return 'include';
  // A cookie is sent with credentials only.
  if (getHeader(headers, 'Cookie') !== null) return 'include';
  return isTelling && getHeader(headers, 'Sec-Fetch-Site') === 'cross-site' ? 'omit' : null;
}
