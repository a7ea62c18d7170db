import {
  currentHop,
  type Diagnosis,
  type Exchange,
  extractTokens,
  getHeader,
  hopOrigins,
  hostOf,
  isLoopbackOrigin,
  originOf,
} from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import { partialMatch } from './partial-match.ts';

/** What works and is dangerous, or will not work for long. A closed list. */
export type WarningId =
  | 'reflects-origins'
  | 'null-allowed'
  | 'origin-matched-in-part'
  | 'vary-missing'
  | 'long-max-age'
  | 'authorization-under-wildcard';

export interface Warning {
  readonly id: WarningId;
  /** What was seen, what may follow from it, and what to do. */
  readonly sentence: Sentence;
}

/**
 * What is dangerous about answers with which an exchange passed. Only what was seen counts: one allowed origin says
 * nothing of how it was chosen, since it may be constant or on a list; so whatever is about that choice takes exchanges
 * of the same server with another origin.
 * @param others the tab's other exchanges, of all its pages
 */
export function warningsOn(
  exchange: Exchange,
  { outcome, failures }: Diagnosis,
  others: readonly Exchange[],
): readonly Warning[] {
  if (outcome !== 'allowed' || failures.length > 0) return [];
  const target = originOf(currentHop(exchange).url);
  const own = allowedIn(exchange, target);
  const all = [...own, ...others.flatMap((other) => allowedIn(other, target))];
  const host = hostOf(target);
  return [
    reflectsOrigins(host, own, all),
    nullAllowed(host, own),
    matchedInPart(host, own, all),
    varyMissing(host, own, all),
    isLoopbackOrigin(exchange.origin) ? longMaxAge(host, exchange) : null,
    authorizationUnderWildcard(host, exchange),
  ].filter((warning) => warning !== null);
}

/** An answer that allowed its request's origin by name. */
interface Allowed {
  readonly origin: string;
  readonly credentials: boolean;
  /** Whether a cache might hand it to a page of another origin. */
  readonly sharedByCaches: boolean;
}

function allowedIn(exchange: Exchange, target: string): readonly Allowed[] {
  const origins = hopOrigins(exchange);
  return exchange.hops.flatMap(({ url, method, preflight, response }, index) => {
    if (originOf(url) !== target) return [];
    const answers = [
      { answer: preflight?.response ?? null, cacheable: false },
      { answer: response, cacheable: method === 'GET' || method === 'HEAD' },
    ];
    return answers.flatMap(({ answer, cacheable }): Allowed[] => {
      const list = answer?.headerList ?? [];
      const origin = getHeader(list, 'Access-Control-Allow-Origin');
      if (origin === null || origin !== origins[index]) return [];
      const stored = !/\bno-store\b/i.test(getHeader(list, 'Cache-Control') ?? '');
      const vary = (extractTokens(list, 'Vary') ?? []).map((name) => name.toLowerCase());
      return [
        {
          origin,
          credentials: getHeader(list, 'Access-Control-Allow-Credentials') === 'true',
          sharedByCaches: cacheable && stored && !vary.includes('origin') && !vary.includes('*'),
        },
      ];
    });
  });
}

/** Origins of one host, and those of this machine, are on one list as a rule; others may be. */
function reflectsOrigins(host: string, own: readonly Allowed[], all: readonly Allowed[]): Warning | null {
  if (!own.some(({ credentials }) => credentials)) return null;
  const origins = [...new Set(all.filter(({ credentials }) => credentials).map(({ origin }) => origin))];
  const places = new Set(origins.map(placeOf));
  if (places.size < 2) return null;
  return { id: 'reflects-origins', sentence: sentence('warnReflects', host, origins) };
}

function placeOf(origin: string): string {
  return isLoopbackOrigin(origin) ? 'localhost' : (URL.parse(origin)?.hostname ?? origin);
}

function nullAllowed(host: string, own: readonly Allowed[]): Warning | null {
  const found = own.filter(({ origin }) => origin === 'null');
  if (found.length === 0) return null;
  const key = found.some(({ credentials }) => credentials) ? 'warnNullWithCredentials' : 'warnNull';
  return { id: 'null-allowed', sentence: sentence(key, host, 'null') };
}

function matchedInPart(host: string, own: readonly Allowed[], all: readonly Allowed[]): Warning | null {
  for (const { origin: one } of own) {
    for (const { origin: other } of all) {
      const match = partialMatch(one, other) ?? partialMatch(other, one);
      if (match === null) continue;
      const { part, meant, taken } = match;
      const words = sentence(PARTS[part], host, meant, taken);
      return { id: 'origin-matched-in-part', sentence: words };
    }
  }
  return null;
}

const PARTS = { end: 'warnSuffix', beginning: 'warnPrefix', dots: 'warnDot' } as const;

function varyMissing(host: string, own: readonly Allowed[], all: readonly Allowed[]): Warning | null {
  const loose = own.find(({ sharedByCaches }) => sharedByCaches);
  const other = loose === undefined ? undefined : all.find(({ origin }) => origin !== loose.origin);
  if (loose === undefined || other === undefined) return null;
  const words = sentence('warnVary', host, [loose.origin, other.origin], 'Vary: Origin');
  return { id: 'vary-missing', sentence: words };
}

/** A day is what Firefox keeps at most, and what well-known libraries send. */
const DAY = 86_400;

function longMaxAge(host: string, exchange: Exchange): Warning | null {
  const list = currentHop(exchange).preflight?.response?.headerList ?? [];
  const value = getHeader(list, 'Access-Control-Max-Age') ?? '';
  if (!/^\d+$/.test(value) || Number(value) <= DAY) return null;
  return { id: 'long-max-age', sentence: sentence('warnMaxAge', host, `Access-Control-Max-Age: ${value}`) };
}

/** @see https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name */
function authorizationUnderWildcard(host: string, exchange: Exchange): Warning | null {
  const { preflight } = currentHop(exchange);
  const asked = lowerCased(preflight?.requestHeaders, 'Access-Control-Request-Headers');
  const allowed = lowerCased(preflight?.response?.headerList, 'Access-Control-Allow-Headers');
  const covered =
    asked.includes('authorization') && allowed.includes('*') && !allowed.includes('authorization');
  if (!covered) return null;
  const words = sentence('warnAuthorization', host, 'Authorization', '*', 'Access-Control-Allow-Headers');
  return { id: 'authorization-under-wildcard', sentence: words };
}

function lowerCased(list: Parameters<typeof extractTokens>[0] | undefined, name: string): readonly string[] {
  return (extractTokens(list ?? [], name) ?? []).map((token) => token.toLowerCase());
}
