import {
  ALLOW_HEADERS_ERRORS,
  ALLOW_METHODS_ERRORS,
  type BrowserProfile,
  callOrigins,
  type Exchange,
  type Fault,
  getHeader,
  type HeaderList,
  hopOrigins,
  isOkStatus,
  isOneOf,
  LOCATION_ERRORS,
  type Response,
} from '../cors/index.ts';
import { fitsRule, withoutQuery } from './call-url.ts';
import { refusesOrigin } from './refuses-origin.ts';
import { ALLOW_HEADERS, ALLOW_METHODS, isSettable } from './set-headers.ts';
import {
  MAX_RULE_LIST_CHARS,
  MAX_RULE_NAME_CHARS,
  type RefusedCall,
  type TargetObservations,
} from './target-observations.ts';
import { needsTwoOrigins } from './two-origins.ts';

/** Only the newest calls are kept, because each costs several rules. */
const MAX_REFUSED_CALLS = 200;

/**
 * Adds the answers of one hop by which the browser blocked the call, unless no header can help there.
 * @param index of the hop
 * @param failures of that hop; of a call that passed those that credentials would have made it fail by
 */
export function withRefusedCalls(
  observations: TargetObservations,
  exchange: Exchange,
  index: number,
  failures: readonly Fault[],
  profile: BrowserProfile,
): TargetObservations {
  const hop = exchange.hops[index];
  if (hop === undefined) return observations;
  const { url, method, preflight, response } = hop;
  const ofPreflight = senderOf(exchange, hopOrigins(exchange)[index]);
  const ofCall = senderOf(exchange, callOrigins(exchange, profile)[index]);
  const known =
    ofCall === 'page' && response !== null
      ? withDirectCall(observations.refusedCalls, url)
      : observations.refusedCalls;
  if (needsTwoOrigins(exchange, index, profile)) return withCalls(observations, known);
  const answer = preflight?.response ?? null;
  const atPreflight = failures.filter(({ stage }) => stage === 'preflight');
  const atCall = failures.filter(({ stage }) => stage === 'response' || stage === 'redirect');
  let refused = known;
  if (answer !== null && atPreflight.length > 0 && isMendable(answer, atPreflight, profile)) {
    if (!isOkStatus(answer.status) && !refusesOrigin(answer)) return withCalls(observations, refused);
    const lists = listsToSet(answer, atPreflight);
    const isRefused = refusesOrigin(answer);
    const asked = { url, method: 'OPTIONS', origin: ofPreflight, lists, answer, refusesOrigin: isRefused };
    refused = withRefused(refused, asked);
    // A server that leaves a preflight without permission mostly leaves the call without it, too.
    const isOfLists = atPreflight.every((failure) =>
      isOneOf(failure, [...ALLOW_METHODS_ERRORS, ...ALLOW_HEADERS_ERRORS]),
    );
    const call = { url, method, origin: ofCall, lists: [], answer: null, refusesOrigin: isRefused };
    if (!isOfLists) refused = withRefused(refused, call);
  }
  if (response !== null && atCall.length > 0 && isMendable(response, atCall, profile)) {
    const isRefused = refusesOrigin(response);
    const call = { url, method, origin: ofCall, lists: [], answer: response, refusesOrigin: isRefused };
    refused = withRefused(refused, call);
  }
  return withCalls(observations, refused);
}

function withCalls(
  observations: TargetObservations,
  refusedCalls: TargetObservations['refusedCalls'],
): TargetObservations {
  return refusedCalls === observations.refusedCalls ? observations : { ...observations, refusedCalls };
}

function senderOf(exchange: Exchange, origin: string | undefined): RefusedCall['origin'] {
  if (exchange.origin === 'null') return 'opaque';
  return origin === 'null' ? 'tainted' : 'page';
}

function isMendable({ headerList }: Response, failures: readonly Fault[], profile: BrowserProfile): boolean {
  return !profile.refusesAsSent(headerList) && !failures.some((failure) => isOneOf(failure, LOCATION_ERRORS));
}

function listsToSet({ headerList }: Response, failures: readonly Fault[]): RefusedCall['lists'] {
  const wanted = [
    ['allow-methods', ALLOW_METHODS, ALLOW_METHODS_ERRORS],
    ['allow-headers', ALLOW_HEADERS, ALLOW_HEADERS_ERRORS],
  ] as const;
  return wanted.flatMap(([list, name, errors]) =>
    getHeader(headerList, name) === null || failures.some((failure) => isOneOf(failure, errors)) ? list : [],
  );
}

/** Takes note that the page calls a URL directly: rules can't tell such a call from one that redirects lead there. */
function withDirectCall(known: readonly RefusedCall[], url: string): readonly RefusedCall[] {
  const isMeant = (one: RefusedCall) => one.origin === 'tainted' && one.url === url && !one.isAmbiguous;
  return known.some(isMeant)
    ? known.map((one) => (isMeant(one) ? { ...one, isAmbiguous: true } : one))
    : known;
}

interface Refused extends Omit<RefusedCall, 'server' | 'isAmbiguous'> {
  /** Null if it wasn't seen. */
  readonly answer: Response | null;
}

/** @returns the same array if nothing is new */
function withRefused(known: readonly RefusedCall[], refused: Refused): readonly RefusedCall[] {
  const { method, origin, answer } = refused;
  const url = origin === 'tainted' ? refused.url : withoutQuery(refused.url);
  if (!fitsRule(url) || method.length > MAX_RULE_NAME_CHARS) return known;
  const before = known.find((one) => one.url === url && one.method === method && one.origin === origin);
  const lists = [...new Set([...(before?.lists ?? []), ...refused.lists])];
  const server = serverLines(answer) ?? before?.server ?? null;
  const isRefused = before?.refusesOrigin === true || (refused.refusesOrigin && origin !== 'tainted');
  const isSame =
    before !== undefined &&
    before.refusesOrigin === isRefused &&
    lists.length === before.lists.length &&
    JSON.stringify(server) === JSON.stringify(before.server);
  if (isSame) return known;
  const isAmbiguous = before?.isAmbiguous ?? false;
  const call = { url, method, origin, lists, server, refusesOrigin: isRefused, isAmbiguous };
  return [...known.filter((one) => one !== before), call].slice(-MAX_REFUSED_CALLS);
}

/** The server's own lines of what rules set; null if they aren't known, or too long to be kept. */
function serverLines(answer: Response | null): HeaderList | null {
  if (answer === null || answer.checkedHeaderList !== undefined) return null;
  const lines = answer.headerList.filter(([name]) => isSettable(name));
  const length = lines.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return length > MAX_RULE_LIST_CHARS ? null : lines;
}
