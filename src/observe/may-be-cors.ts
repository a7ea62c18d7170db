import { getHeader } from '../cors/index.ts';
import type { UnnamedRequest } from './redirect-chains.ts';

/** Leaves out what surely is no part of the CORS protocol, which is most of a page. */
export function mayBeCors({
  resourceType,
  requestHeaders,
  redirectUrl,
  status,
  error,
}: UnnamedRequest): boolean {
  if (resourceType === 'document' || resourceType === 'websocket') return false;
  const carriesOrigin = getHeader(requestHeaders, 'Origin') !== null;
  const hasFailed = status === 0 || error !== null;
  return resourceType === 'preflight' || carriesOrigin || redirectUrl !== null || hasFailed;
}
