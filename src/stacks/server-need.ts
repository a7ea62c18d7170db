import {
  corsTainting,
  currentHop,
  type Diagnosis,
  type Exchange,
  extractTokens,
  getHeader,
  type HeaderList,
  hopOrigins,
  isToken,
  normalizeMethod,
  originOf,
  preflightQuestion,
  salvageTokens,
} from '../cors/index.ts';

/** What a server has to allow so that an exchange passes, and what it already allows. */
export interface ServerNeed {
  /** Serialized origins: the page's, those that the server names already, and those that the user added. */
  readonly origins: readonly [string, ...string[]];
  /** Methods as they are sent. At least one. */
  readonly methods: readonly [string, ...string[]];
  /** Request header names, lower-cased. May be empty. */
  readonly headers: readonly string[];
  /** Whether requests that include credentials have to pass. */
  readonly credentials: boolean;
  /** Response header names that scripts may read. May be empty. */
  readonly exposed: readonly string[];
  /** The URL of the request. */
  readonly url: string;
}

/** What else the server is known to have to allow. */
export interface AlsoWanted {
  /** Serialized origins beside the page's. */
  readonly origins?: readonly string[];
  /** What the page's other calls ask of the same server. The fix allows it, too. */
  readonly askedFor?: AskedFor;
}

/** What preflights ask of a server, each once, in the order in which it was asked. */
export interface AskedFor {
  readonly methods: readonly string[];
  /** Lower-cased. */
  readonly headers: readonly string[];
}

/**
 * Returns what an exchange and the other calls of its page ask of the exchange's server.
 * @param others in the order they began; calls of other origins, and to other servers, don't count
 */
export function askedFor(exchange: Exchange, others: readonly Exchange[] = []): AskedFor {
  const current = exchange.hops.length - 1;
  const origin = hopOrigins(exchange)[current] ?? exchange.origin;
  const target = originOf(currentHop(exchange).url);
  const questions = [exchange, ...others.filter((other) => other.origin === exchange.origin)]
    .flatMap(({ hops }) => hops)
    .flatMap(({ url, method, preflight }) =>
      preflight === null || originOf(url) !== target ? [] : preflightQuestion(preflight, { origin, method }),
    );
  return {
    methods: [...new Set(questions.map(({ method }) => method))],
    headers: [...new Set(questions.flatMap(({ headerNames }) => headerNames))],
  };
}

/**
 * Returns what a recipe has to make the server allow. If the credentials mode is unknown, the exchange passes in both.
 * @returns null if the page's origin is opaque, which no server should allow, or if nothing is cross-origin
 */
export function serverNeed(
  exchange: Exchange,
  diagnosis: Diagnosis,
  { origins = [], askedFor: asked = askedFor(exchange) }: AlsoWanted = {},
): ServerNeed | null {
  const current = exchange.hops.length - 1;
  const origin = hopOrigins(exchange)[current] ?? exchange.origin;
  if (origin === 'null' || corsTainting(exchange)[current] !== true) return null;
  const hop = currentHop(exchange);
  const answers = [hop.preflight?.response, hop.response].flatMap((answer) =>
    answer ? [answer.headerList] : [],
  );
  const credentials =
    diagnosis.credentials !== 'omitted' ||
    answers.some((list) => getHeader(list, 'Access-Control-Allow-Credentials') === 'true');
  return {
    origins: distinct([origin, ...[...answers.flatMap(namedOrigins), ...origins].filter(isExact)]),
    methods: distinct([
      normalizeMethod(hop.method),
      ...asked.methods,
      ...tokens(answers, 'Access-Control-Allow-Methods'),
    ]),
    headers: [
      ...new Set(
        [...tokens(answers, 'Access-Control-Allow-Headers'), ...asked.headers]
          .filter(isExact)
          .map((name) => name.toLowerCase()),
      ),
    ],
    credentials,
    exposed: tokens(answers, 'Access-Control-Expose-Headers'),
    url: hop.url,
  };
}

/**
 * Returns whether no server reads the name as a pattern. The URL parser reads `http://*` as an origin like any other;
 * rs/cors, echo and others read it as every origin. No header name or host in use has an asterisk.
 */
function isExact(value: string): boolean {
  return !value.includes('*');
}

/** Returns the elements of a list header, except for the wildcard, which an exact list replaces. */
function tokens(answers: readonly HeaderList[], name: string): readonly string[] {
  return answers
    .flatMap((list) => extractTokens(list, name) ?? salvageTokens(list, name))
    .filter((token) => token !== '*' && isToken(token));
}

/** Returns the origin that `Access-Control-Allow-Origin` names, or null. */
function namedOrigins(list: HeaderList): readonly string[] {
  const value = getHeader(list, 'Access-Control-Allow-Origin');
  return value !== null && URL.parse(value)?.origin === value ? [value] : [];
}

function distinct(values: readonly [string, ...string[]]): readonly [string, ...string[]] {
  const [first, ...rest] = values;
  return [first, ...new Set(rest.filter((value) => value !== first))];
}
