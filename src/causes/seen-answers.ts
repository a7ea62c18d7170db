import { currentHop, type Exchange, getHeader, originOf, type Response } from '../cors/index.ts';

/** What other answers of the same server have shown so far, to calls of the same page origin. */
export interface Seen {
  /** Whether an answer to a call allowed the page's origin: one of the same URL, or another one of the server. */
  readonly allowed: 'url' | 'server' | null;
  /** The error statuses of answers to calls to the same URL, preflights left out. */
  readonly statuses: ReadonlySet<number>;
  /** Whether the server answered preflights, and calls, with a bare 403. */
  readonly forbids: { readonly preflight: boolean; readonly call: boolean };
  /** Whether an answer allowed any origin. */
  readonly anyOrigin: boolean;
  /** Whether a preflight of the same URL passed, and the answer to its call had no Access-Control-Allow-Origin. */
  readonly bareAfterPreflight: boolean;
}

/** Where nothing else was seen. */
export const NOTHING_SEEN: Seen = {
  allowed: null,
  statuses: new Set(),
  forbids: { preflight: false, call: false },
  anyOrigin: false,
  bareAfterPreflight: false,
};

/** What was seen of exchanges, by server and by URL: to look something up costs the same, however many there are. */
export interface SeenAnswers {
  /** Takes in an exchange, once for each state of it. */
  readonly add: (exchange: Exchange) => void;
  /** What was seen beside it; the same object until that changes. */
  readonly beside: (exchange: Exchange) => Seen;
}

/** Of a server, or of one URL of it. Everything only ever grows, so it changes a few times at most. */
interface Facts {
  allowed: boolean;
  readonly statuses: Set<number>;
  forbidsPreflight: boolean;
  forbidsCall: boolean;
  anyOrigin: boolean;
  bareAfterPreflight: boolean;
  /** Grows with each change. */
  version: number;
}

type FactName = Exclude<keyof Facts, 'statuses' | 'version'>;

interface UrlFacts {
  readonly server: Facts;
  readonly own: Facts;
  /** What was made of both at these versions. */
  seen: Seen;
  versions: number;
}

export function seenAnswers(exchanges: readonly Exchange[] = []): SeenAnswers {
  const servers = new Map<string, Facts>();
  const urls = new Map<string, UrlFacts>();
  const known = new WeakSet<Exchange>();
  const factsOf = (exchange: Exchange): UrlFacts => {
    const { url } = currentHop(exchange);
    const server = `${exchange.origin} ${originOf(url)}`;
    const key = `${exchange.origin} ${withoutQuery(url)}`;
    const found = urls.get(key);
    if (found !== undefined) return found;
    const facts = servers.get(server) ?? nothing();
    servers.set(server, facts);
    const made: UrlFacts = { server: facts, own: nothing(), seen: NOTHING_SEEN, versions: 0 };
    urls.set(key, made);
    return made;
  };
  const add = (exchange: Exchange) => {
    if (known.has(exchange)) return;
    known.add(exchange);
    const { preflight, response } = currentHop(exchange);
    // What an override let through says nothing of the server's own answers.
    if (exchange.overridden || (preflight?.response ?? response ?? null) === null) return;
    const { server, own } = factsOf(exchange);
    for (const facts of [server, own]) learn(facts, exchange.origin, preflight?.response ?? null, response);
  };
  const beside = (exchange: Exchange): Seen => {
    const facts = factsOf(exchange);
    const versions = facts.server.version + facts.own.version;
    if (versions !== facts.versions) {
      facts.versions = versions;
      facts.seen = toSeen(facts);
    }
    return facts.seen;
  };
  for (const exchange of exchanges) add(exchange);
  return { add, beside };
}

function nothing(): Facts {
  return {
    allowed: false,
    statuses: new Set(),
    forbidsPreflight: false,
    forbidsCall: false,
    anyOrigin: false,
    bareAfterPreflight: false,
    version: 0,
  };
}

function learn(facts: Facts, origin: string, preflight: Response | null, response: Response | null): void {
  const allowing = response === null ? null : getHeader(response.headerList, 'Access-Control-Allow-Origin');
  const asked = preflight === null ? null : getHeader(preflight.headerList, 'Access-Control-Allow-Origin');
  const note = (key: FactName, is: boolean) => {
    if (!is || facts[key]) return;
    facts[key] = true;
    facts.version++;
  };
  note('allowed', allowing === '*' || allowing === origin);
  note('anyOrigin', allowing === '*' || asked === '*');
  note('bareAfterPreflight', preflight !== null && response !== null && allowing === null);
  note('forbidsCall', response?.status === 403 && allowing === null);
  note('forbidsPreflight', preflight?.status === 403 && asked === null);
  if (response !== null && response.status >= 400 && !facts.statuses.has(response.status)) {
    facts.statuses.add(response.status);
    facts.version++;
  }
}

function toSeen({ server, own }: UrlFacts): Seen {
  return {
    allowed: own.allowed ? 'url' : server.allowed ? 'server' : null,
    statuses: new Set(own.statuses),
    forbids: { preflight: server.forbidsPreflight, call: server.forbidsCall },
    anyOrigin: server.anyOrigin,
    bareAfterPreflight: own.bareAfterPreflight,
  };
}

function withoutQuery(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}
