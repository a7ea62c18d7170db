import {
  corsTainting,
  currentHop,
  currentOrigin,
  type Diagnosis,
  type Exchange,
  getHeader,
  type HeaderList,
  type Hop,
  isToken,
  preflightQuestion,
  rememberedHeaderNames,
} from '../../cors/index.ts';
import { OMITTED, redactUrl, redactValue } from '../../privacy/index.ts';
import { EnvironmentNames } from './environment-names.ts';

/** A piece of a text in a test: written down, or read from an environment variable when the test runs. */
export type Piece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'variable'; readonly name: string };

/** What a test of one call asks of the server. All texts are printable ASCII. */
export interface TestedCall {
  /** An http(s) URL without fragment and userinfo. Variables stand for its secrets. */
  readonly url: readonly Piece[];
  /** A token that `fetch` takes. */
  readonly method: string;
  /** Serialized; never `null`. */
  readonly origin: string;
  /** Null if the browser sends none. */
  readonly preflight: TestedPreflight | null;
  /** The headers of the call itself that the page sets, and its cookies. */
  readonly headers: readonly (readonly [name: string, value: Piece])[];
  readonly credentials: Diagnosis['credentials'];
  /** Whether the call may change something on the server. */
  readonly changes: boolean;
}

/** What the preflight asks for, beside the call's method. */
interface TestedPreflight {
  /** Lower-cased tokens, in the order in which the browser asks for them. */
  readonly headerNames: readonly string[];
  /** Whether it asks for the local network as well. */
  readonly privateNetwork: boolean;
}

/** What a test is made from. */
export interface Testable {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
}

/**
 * Returns the call to test, which is the one to the exchange's last URL.
 * @returns null where no test makes sense: the call failed for another reason than CORS or isn't over, it isn't
 *   cross-origin, its origin is opaque, which no server should allow, or it is none that `fetch` can make
 */
export function testedCall({ exchange, diagnosis }: Testable): TestedCall | null {
  const hop = currentHop(exchange);
  const origin = currentOrigin(exchange);
  const isJudged = diagnosis.outcome === 'blocked' || diagnosis.outcome === 'allowed';
  if (!isJudged || corsTainting(exchange).at(-1) !== true || URL.parse(origin)?.origin !== origin)
    return null;
  const href = URL.parse(hop.url)?.href ?? '';
  if (!/^https?:[\x21-\x7e]+$/.test(href) || !isToken(hop.method) || FORBIDDEN.test(hop.method)) return null;
  const names = new EnvironmentNames();
  const preflight = testedPreflight(hop, origin, diagnosis);
  return {
    url: urlPieces(href, names),
    method: hop.method,
    origin,
    preflight,
    headers: testedHeaders(hop, preflight?.headerNames ?? [], diagnosis, names),
    credentials: diagnosis.credentials,
    changes: !['GET', 'HEAD', 'OPTIONS'].includes(hop.method),
  };
}

/** @see https://fetch.spec.whatwg.org/#forbidden-method */
const FORBIDDEN = /^(?:connect|trace|track)$/i;

/** What the preflight asked; where it was remembered, what it has to ask when it is sent again. */
function testedPreflight(hop: Hop, origin: string, { profile }: Diagnosis): TestedPreflight | null {
  const { method, preflight } = hop;
  if (preflight === null) {
    const remembered = rememberedHeaderNames(hop, profile);
    return remembered === null ? null : { headerNames: remembered.filter(isToken), privateNetwork: false };
  }
  const { headerNames } = preflightQuestion(preflight, { origin, method });
  const asked = getHeader(preflight.requestHeaders, 'Access-Control-Request-Private-Network');
  return { headerNames, privateNetwork: asked === 'true' };
}

/** Splits a URL at its secrets. */
function urlPieces(href: string, names: EnvironmentNames): readonly Piece[] {
  const { parts, secrets } = splitAtSecrets(href);
  return parts.flatMap((part, index): readonly Piece[] => {
    if (index % 2 === 1) return [{ type: 'variable', name: names.nameFor(secrets[Number(part)] ?? '') }];
    // A login in a value is cut without a mark.
    const text = part.replaceAll(OMITTED, encodeURIComponent(OMITTED));
    return text === '' ? [] : [{ type: 'text', text }];
  });
}

/** @returns text and the number of a secret in turn, and the names of the secrets by number */
function splitAtSecrets(href: string): { parts: readonly string[]; secrets: readonly string[] } {
  // A mark is made of letters and digits: these stay as they are in a value that is encoded anew.
  for (let mark = 'SECRET'; ; mark += 'X') {
    const secrets: string[] = [];
    const redacted = redactUrl(href, (name) => `${mark}${secrets.push(name) - 1}E`);
    const parts = redacted.split(new RegExp(`${mark}(\\d+)E`));
    const numbers = parts.filter((_, index) => index % 2 === 1).map(Number);
    const areOurs = numbers.every((number) => secrets[number] !== undefined);
    if (areOurs && new Set(numbers).size === numbers.length) return { parts, secrets };
  }
}

/** A header that was announced, but never seen since the call wasn't sent, gets a value that will do. */
function testedHeaders(
  { requestHeaders }: Hop,
  headerNames: readonly string[],
  { credentials }: Diagnosis,
  names: EnvironmentNames,
): TestedCall['headers'] {
  const wanted = new Set(['content-type', ...headerNames, ...(credentials === 'omitted' ? [] : ['cookie'])]);
  const list: HeaderList =
    requestHeaders !== null && requestHeaders.length > 0
      ? requestHeaders.filter(([name]) => isToken(name) && wanted.has(name.toLowerCase()))
      : headerNames.map((name) => [name, name === 'content-type' ? 'application/json' : 'test']);
  return list.map(([name, value]) => [name, headerPiece(name, value, names)]);
}

/** Longer values are read from a variable: nobody reads them in a test. */
const MAX_VALUE_CHARS = 500;

function headerPiece(name: string, value: string, names: EnvironmentNames): Piece {
  const isPlain = redactValue(name, value) === value && /^[\x20-\x7e]*$/.test(value);
  return isPlain && value.length <= MAX_VALUE_CHARS
    ? { type: 'text', text: value.trim() }
    : { type: 'variable', name: names.nameFor(name) };
}
