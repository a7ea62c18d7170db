import type { CredentialsMode } from './credentials-mode.ts';
import { getHeader, type HeaderList } from './header-list.ts';

/**
 * What a request's headers give away about its credentials mode, or null. Browsers send `Sec-Fetch-Storage-Access` on
 * cross-site requests exactly when credentials are included, and a `Cookie` only then.
 * @see https://privacycg.github.io/storage-access-headers/#sec-fetch-storage-access-header
 */
export function headersEvidence(headers: HeaderList): CredentialsMode | null {
  if (getHeader(headers, 'Sec-Fetch-Storage-Access') !== null) return 'include';
  if (getHeader(headers, 'Cookie') !== null) return 'include';
  return getHeader(headers, 'Sec-Fetch-Site') === 'cross-site' ? 'omit' : null;
}
