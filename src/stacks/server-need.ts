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

/** What a server has to allow so that an exchange passes, and what it allows already. */
export interface ServerNeed {
  /** Serialized origins: the page's, those that the server names already, those that the user added. */
  readonly origins: readonly [string, ...string[]];
  /** As they are sent; at least one. */
  readonly methods: readonly [string, ...string[]];
  /** Request header names, lower-cased; may be none. */
  readonly headers: readonly string[];
  /** Whether requests that include credentials have to pass. */
  readonly credentials: boolean;
  /** Response header names that scripts may read; may be none. */
  readonly exposed: readonly string[];
  /** What was asked. */
  readonly url: string;
}

/** What else is known to be wanted of the server. */
export interface AlsoWanted {
  /** Serialized origins beside the page's. */
  readonly origins?: readonly string[];
  /** What the page's other calls ask the same server for: it is allowed in one go. */
  readonly askedFor?: AskedFor;
}

/** What preflights ask of a server; each once, in the order in which it was asked. */
export interface AskedFor {
  readonly methods: readonly string[];
  /** Lower-cased. */
  readonly headers: readonly string[];
}

/**
 * What an exchange and the other calls of its page ask of the server that it came to.
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
 * What a recipe has to make the server allow. Where the credentials mode is unknown, it passes in both.
 * @returns null where the page's origin is opaque, which no server should allow, or nothing is cross-origin
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
 * Whether no server takes it for a pattern. To the URL parser `http://*` is an origin like any other; to rs/cors, echo
 * and more it's every origin there is. No name of a header or host in use has an asterisk in it.
 */
function isExact(value: string): boolean {
  return !value.includes('*');
}

/** The elements of a list header, but for the wildcard, which an exact list replaces. */
function tokens(answers: readonly HeaderList[], name: string): readonly string[] {
  return answers
    .flatMap((list) => extractTokens(list, name) ?? salvageTokens(list, name))
    .filter((token) => token !== '*' && isToken(token));
}

/** The origin that `Access-Control-Allow-Origin` names, if it is one. */
function namedOrigins(list: HeaderList): readonly string[] {
  const value = getHeader(list, 'Access-Control-Allow-Origin');
  return value !== null && URL.parse(value)?.origin === value ? [value] : [];
}

function distinct(values: readonly [string, ...string[]]): readonly [string, ...string[]] {
  const [first, ...rest] = values;
  return [first, ...new Set(rest.filter((value) => value !== first))];
}
