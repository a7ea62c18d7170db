import { currentHop, type Exchange, getHeader, originOf, type Response } from '../cors/index.ts';
import { type AnswerHistory, answerHistory } from './answer-history.ts';

/** What other answers of the same server have shown so far, to calls of the same page origin. */
export interface Seen {
  /** Whether an answer to a call allowed the page's origin: one of the same URL, or another one of the server. */
  readonly allowed: 'url' | 'server' | null;
  /** Whether one of them allowed every origin. */
  readonly allowsAny: 'url' | 'server' | null;
  /** The error statuses of answers to calls to the same URL, preflights left out. */
  readonly statuses: readonly number[];
  /** Whether the server answered preflights, and calls, with a bare 403. */
  readonly forbids: { readonly preflight: boolean; readonly call: boolean };
  /** Whether a preflight of the same URL passed, and the answer to its call had no Access-Control-Allow-Origin. */
  readonly bareAfterPreflight: boolean;
  /** When answers of the same URL allowed the origin. It grows with each answer, and is read only for a call that is looked at. */
  readonly history: AnswerHistory;
}

/** Where nothing else was seen. */
export const NOTHING_SEEN: Seen = {
  allowed: null,
  allowsAny: null,
  statuses: [],
  forbids: { preflight: false, call: false },
  bareAfterPreflight: false,
  history: answerHistory(),
};

/** What was seen of exchanges, by server and by URL: to look something up costs the same, however many there are. */
export interface SeenAnswers {
  /** Takes in an exchange, once for each state of it. */
  readonly add: (exchange: Exchange) => void;
  /** What was seen beside it; the same object until that changes. */
  readonly beside: (exchange: Exchange) => Seen;
  /** Of how many URLs something is remembered. */
  readonly urlCount: () => number;
}

/** Of a server, or of one URL of it. Everything only ever grows, so it changes a few times at most. */
interface Facts {
  allowed: boolean;
  allowsAny: boolean;
  statuses: readonly number[];
  forbidsPreflight: boolean;
  forbidsCall: boolean;
  bareAfterPreflight: boolean;
  /** Grows with each change. */
  version: number;
}

type FactName = Exclude<keyof Facts, 'statuses' | 'version'>;

interface UrlFacts {
  readonly server: Facts;
  readonly own: Facts;
  readonly history: AnswerHistory;
  /** What was made of both at these versions. */
  seen: Seen;
  versions: number;
}

export function seenAnswers(exchanges: readonly Exchange[] = []): SeenAnswers {
  const servers = new Map<string, Facts>();
  const urls = new Map<string, UrlFacts>();
  // Lists look up every exchange at each change: to parse its URL again would cost more than all the rest.
  const added = new WeakMap<Exchange, UrlFacts>();
  const factsOfUrl = (origin: string, url: string): UrlFacts => {
    const key = `${origin} ${withoutQuery(url)}`;
    const known = urls.get(key);
    if (known !== undefined) return known;
    const ofServer = `${origin} ${originOf(url)}`;
    const server = servers.get(ofServer) ?? noFacts();
    servers.set(ofServer, server);
    const [own, history] = [noFacts(), answerHistory()];
    const made: UrlFacts = { server, own, history, seen: { ...NOTHING_SEEN, history }, versions: 0 };
    urls.set(key, made);
    return made;
  };
  const add = (exchange: Exchange) => {
    if (added.has(exchange)) return;
    const { url, ...hop } = currentHop(exchange);
    const facts = factsOfUrl(exchange.origin, url);
    added.set(exchange, facts);
    const [preflight, response] = [seenAnswer(hop.preflight?.response), seenAnswer(hop.response)];
    // What an override let through says nothing of the server's own answers, and CORS wasn't asked for outside of it.
    if (exchange.overridden || exchange.outside !== undefined || (preflight ?? response) === null) return;
    const carries = allowsOrigin(exchange.origin, preflight, response);
    if (carries !== null) facts.history.note(exchange.startedAt, carries);
    for (const one of [facts.server, facts.own]) addFacts(one, exchange.origin, preflight, response);
  };
  const beside = (exchange: Exchange): Seen => {
    const facts = added.get(exchange) ?? factsOfUrl(exchange.origin, currentHop(exchange).url);
    const versions = facts.server.version + facts.own.version;
    if (versions !== facts.versions) {
      facts.versions = versions;
      facts.seen = toSeen(facts);
    }
    return facts.seen;
  };
  for (const exchange of exchanges) add(exchange);
  return { add, beside, urlCount: () => urls.size };
}

/** Whether both lead to the same cause, whatever their histories are. */
export function sameSeen(one: Seen, other: Seen): boolean {
  return (
    one.allowed === other.allowed &&
    one.allowsAny === other.allowsAny &&
    one.statuses === other.statuses &&
    one.forbids === other.forbids &&
    one.bareAfterPreflight === other.bareAfterPreflight
  );
}

function noFacts(): Facts {
  return {
    allowed: false,
    allowsAny: false,
    statuses: NOTHING_SEEN.statuses,
    forbidsPreflight: false,
    forbidsCall: false,
    bareAfterPreflight: false,
    version: 0,
  };
}

/** What counts of an answer. */
interface SeenAnswer {
  readonly status: number;
  /** Its `Access-Control-Allow-Origin`; null without. */
  readonly allowOrigin: string | null;
}

function seenAnswer(answer: Response | null | undefined): SeenAnswer | null {
  if (answer === null || answer === undefined) return null;
  return { status: answer.status, allowOrigin: getHeader(answer.headerList, 'Access-Control-Allow-Origin') };
}

/**
 * Whether the answer at which the browser stopped, or the last one, says that it allows the origin; null where it names
 * another one, which is a fault of its own, and where no answer decides yet.
 */
function allowsOrigin(
  origin: string,
  preflight: SeenAnswer | null,
  response: SeenAnswer | null,
): boolean | null {
  const values = [preflight, response].filter((answer) => answer !== null).map((one) => one.allowOrigin);
  if (values.some((value) => value === null)) return false;
  return response !== null && values.every((value) => value === '*' || value === origin) ? true : null;
}

function addFacts(
  facts: Facts,
  origin: string,
  preflight: SeenAnswer | null,
  response: SeenAnswer | null,
): void {
  const allowing = response?.allowOrigin ?? null;
  const note = (key: FactName, is: boolean) => {
    if (!is || facts[key]) return;
    facts[key] = true;
    facts.version++;
  };
  note('allowsAny', allowing === '*');
  note('allowed', allowing === '*' || allowing === origin);
  note('bareAfterPreflight', preflight !== null && response !== null && allowing === null);
  note('forbidsCall', response?.status === 403 && allowing === null);
  note('forbidsPreflight', preflight?.status === 403 && preflight.allowOrigin === null);
  if (response !== null && response.status >= 400 && !facts.statuses.includes(response.status)) {
    facts.statuses = [...facts.statuses, response.status];
    facts.version++;
  }
}

function toSeen({ server, own, history }: UrlFacts): Seen {
  return {
    allowed: own.allowed ? 'url' : server.allowed ? 'server' : null,
    allowsAny: own.allowsAny ? 'url' : server.allowsAny ? 'server' : null,
    statuses: own.statuses,
    forbids: { preflight: server.forbidsPreflight, call: server.forbidsCall },
    bareAfterPreflight: own.bareAfterPreflight,
    history,
  };
}

function withoutQuery(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}
