import { getHeader } from '../cors/index.ts';
import type { FinishedRequest } from './finished-request.ts';
import type { ObservedEvent, ObservedRequest } from './observed.ts';

/**
 * The step of an answer with its header lines as they came. Firefox's webRequest joins lines of one name; DevTools doesn't.
 * @returns null where webRequest told as many lines, or a name that DevTools doesn't
 */
export function joinedAnswer(
  { source, steps }: ObservedRequest,
  { url, status, responseHeaders }: FinishedRequest,
): ObservedEvent | null {
  const step = steps.findLast((one) => one.phase === 'headers-received' && one.url === url);
  if (step?.phase !== 'headers-received' || step.response.status !== status) return null;
  const { headerList, checkedHeaderList } = step.response;
  if (headerList.length >= responseHeaders.length) return null;
  // DevTools doesn't know what an override has set, and that there was one.
  if (checkedHeaderList !== undefined) return null;
  if (headerList.some(([name]) => getHeader(responseHeaders, name) === null)) return null;
  return { source, step: { ...step, response: { status, headerList: responseHeaders } } };
}
