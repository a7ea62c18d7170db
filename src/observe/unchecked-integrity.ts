import { isOkStatus, originOf } from '../cors/index.ts';
import type { HarEntry } from './har-shape.ts';

/**
 * Whether an entry is a script or stylesheet of another origin that came in mode `no-cors`. Chrome uses it unless its
 * element has an `integrity` attribute, which the entry doesn't tell.
 * @see https://w3c.github.io/webappsec-subresource-integrity/#cross-origin-data-leakage
 */
export function mayBeUnchecked({ _resourceType: type, request, response }: HarEntry): boolean {
  if (type !== 'script' && type !== 'stylesheet') return false;
  if (response._error !== null || !isOkStatus(response.status)) return false;
  if (response._fetchedViaServiceWorker === true || !/^https?:/.test(request.url)) return false;
  let referrer: string | null = null;
  for (const { name, value } of request.headers) {
    // A GET in CORS mode carries its origin.
    if (/^origin$/i.test(name)) return false;
    if (/^referer$/i.test(name)) referrer = value;
  }
  return referrer === null || originOf(referrer) !== originOf(request.url);
}
