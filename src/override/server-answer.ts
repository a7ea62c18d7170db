import {
  getHeader,
  type HeaderList,
  isTab,
  type Owner,
  originOf,
  type Response,
  setHeader,
} from '../cors/index.ts';
import { withoutQuery } from './call-url.ts';
import { type Override, rewritesOrigin } from './override.ts';
import { isSettable, OVERRIDDEN, overriddenNames } from './set-headers.ts';
import type { RefusedCall } from './target-observations.ts';

/** A request that was answered. A preflight's method is `OPTIONS`. */
export interface AnsweredRequest {
  readonly owner: Owner;
  readonly url: string;
  readonly method: string;
}

/**
 * Puts the server's own headers back where the browser shows those that an override has set. They are what the server sent
 * when the call was blocked. Where that was never seen, the answer stays as the browser checked it.
 * @param overrides those that are on, and those that were
 */
export function serverAnswer(
  overrides: readonly Override[],
  request: AnsweredRequest,
  answer: Response,
): Response {
  const names = overriddenNames(answer.headerList);
  const calls = names === null ? [] : callsOf(overrides, request);
  if (names === null || calls.length === 0) return answer;
  const isOurs = (name: string) => isSettable(name) && names.includes(name.toLowerCase());
  const checkedHeaderList = answer.headerList.filter(
    ([name]) => name.toLowerCase() !== OVERRIDDEN.toLowerCase(),
  );
  const server = calls.findLast((call) => call.server !== null)?.server ?? null;
  const headerList =
    server === null
      ? checkedHeaderList
      : [...checkedHeaderList.filter(([name]) => !isOurs(name)), ...server.filter(([name]) => isOurs(name))];
  return { ...answer, headerList, checkedHeaderList };
}

/** What overrides know of calls like this one. */
function callsOf(
  overrides: readonly Override[],
  { owner, url, method }: AnsweredRequest,
): readonly RefusedCall[] {
  const origin = originOf(url);
  return overrides
    .filter((one) => one.targetOrigin === origin && mayChange(one, owner))
    .flatMap(({ observations }) => observations.refusedCalls)
    .filter((call) => call.method === method && [url, withoutQuery(url)].includes(call.url));
}

function mayChange({ tabId, allow }: Override, owner: Owner): boolean {
  return isTab(owner, tabId) || (owner.type === 'serviceWorker' && allow.includes('service-worker'));
}

/**
 * Puts the page's own `Origin` back where the browser shows the one that an override has set.
 * @param initiator the page's serialized origin; null for an opaque one
 */
export function pageHeaders(
  overrides: readonly Override[],
  { owner, url }: Omit<AnsweredRequest, 'method'>,
  initiator: string | null,
  headerList: HeaderList,
): HeaderList {
  const target = originOf(url);
  if (getHeader(headerList, 'Origin') !== target || initiator === target) return headerList;
  const isRewritten = overrides.some(
    (one) =>
      !one.rulesSeeAnswers && one.targetOrigin === target && mayChange(one, owner) && rewritesOrigin(one),
  );
  return isRewritten ? setHeader(headerList, 'Origin', initiator ?? 'null') : headerList;
}
