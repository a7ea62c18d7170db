import {
  type BrowserProfile,
  currentHop,
  type Exchange,
  getHeader,
  isOkStatus,
  originOf,
  wouldBeBlocked,
} from '../cors/index.ts';
import {
  EarlierLoads,
  isListed,
  isPreflight,
  isStoppedUnsent,
  Ledger,
  MAX_OUTSIDE_EXCHANGES,
  mayBeCors,
  PagePolicies,
  RedirectChains,
  toEvents,
  toExchange,
  toForbiddenRequest,
  toOutsideRecord,
  toOutsideRequest,
  toUnnamedRequest,
  type UnnamedRequest,
} from '../observe/index.ts';
import { MAX_FILE_REQUESTS } from './limits.ts';
import { mayMatter } from './may-matter.ts';
import { parsed, readEntry, record, text } from './read-entry.ts';
import { isOfDevTools, userAgentOf } from './recorder.ts';

/** No tab has this id: what a file tells of happened in none. */
export const FILE_TAB_ID = -1;

interface Read {
  readonly request: UnnamedRequest;
  /** The id of its page in the file; '' where the file names none. */
  readonly pageId: string;
}

/** Collects the entries of a HAR file, and makes exchanges of them once all are there. */
export class HarCalls {
  /** Entries of any kind. */
  count = 0;
  /** Entries that can't be read. */
  unreadable = 0;
  /** Requests that would be read if there weren't so many of them. */
  excess = 0;
  /** URLs of the scripts that the page loaded: they tell its dev server. */
  readonly scripts: string[] = [];
  userAgent: string | null = null;
  #namesTypes = false;
  readonly #profile: BrowserProfile;
  #read: Read[] = [];
  /** What CORS decides nothing about. */
  readonly #outside: Read[] = [];
  readonly #loads = new EarlierLoads();
  #loadChars = 0;
  readonly #policies = new PagePolicies();
  #earliest = Number.POSITIVE_INFINITY;
  /** The origin of each page, by the page's id in the file. */
  readonly #documents = new Map<string, string>();

  /** @param profile the browser by which answers are judged that nobody tells the verdict of */
  constructor(profile: BrowserProfile) {
    this.#profile = profile;
  }

  /** When the first request began, in ms since the epoch; null where no request says. */
  get recordedAt(): number | null {
    return Number.isFinite(this.#earliest) ? this.#earliest : null;
  }

  /** Whether the recorder says how requests end. @param log the `log` of the file, which names the recorder */
  tellsEnd(log: Readonly<Record<string, unknown>>): boolean {
    return this.#namesTypes || isOfDevTools(log);
  }

  /** Takes in one entry. @param json as it stands in the file */
  add(json: string): void {
    this.count++;
    const isLoad = this.count > 1 && !mayMatter(json);
    // To parse all of them would take most of the time that a large file takes.
    if (isLoad) this.#loadChars += json.length;
    if (isLoad && this.#loadChars > MAX_LOAD_CHARS) return;
    const found = readEntry(parsed(json));
    if (found === null) {
      this.unreadable++;
      return;
    }
    const { entry } = found;
    const { pageref: pageId = '' } = entry;
    this.#loads.note(entry);
    if (isLoad) return;
    this.#policies.note(entry);
    this.#namesTypes ||= found.namesType;
    // The policies of the page's elements aren't in a file.
    const violated = isStoppedUnsent(entry) ? this.#policies.violatedBy(entry, []) : null;
    const outside = violated === null ? toOutsideRequest(entry) : toForbiddenRequest(entry, violated);
    if (outside !== null && this.#outside.length < MAX_OUTSIDE_EXCHANGES)
      this.#outside.push({ request: outside, pageId });
    const unnamed = toUnnamedRequest(entry);
    if (unnamed === null) return;
    const request = this.#loads.withAnswer(unnamed);
    const startedAt = Number.isNaN(request.startedAt)
      ? (this.#read.at(-1)?.request.startedAt ?? 0)
      : request.startedAt;
    if (startedAt > 0) this.#earliest = Math.min(this.#earliest, startedAt);
    this.userAgent ??= userAgentOf(request.requestHeaders);
    this.#learnPage(pageId, request);
    if (outside !== null || !found.wasSent || !mayBeCors(request)) return;
    if (this.#read.length >= MAX_FILE_REQUESTS) {
      this.excess++;
      return;
    }
    const endedAt = startedAt + Math.max(0, entry.time);
    this.#read.push({ request: { ...request, startedAt, endedAt }, pageId });
  }

  /**
   * Makes exchanges of all requests that were taken in.
   * @param log the `log` of the file, which names its pages
   */
  exchanges(log: Readonly<Record<string, unknown>>): readonly Exchange[] {
    const tellsEnd = this.tellsEnd(log);
    const read = this.#read.toSorted((one, other) => one.request.startedAt - other.request.startedAt);
    const requests = read.flatMap(({ request, ...one }) => {
      const ended = withEnd(request, tellsEnd, this.#profile);
      return ended === null ? [] : [{ ...one, request: ended }];
    });
    const dated = this.#namesTypes ? requests : startedWithPreflights(requests);
    const pages = this.#pageOrigins(log);
    const exchanges = new Map<string, Exchange>();
    // Time goes on as the file tells it: the ledger forgets what is over, however long the file is.
    let now = 0;
    const ledger = new Ledger(() => now);
    const chains = new RedirectChains('file');
    for (const { request, pageId } of dated) {
      const finished = chains.name(request);
      now = Math.max(now, finished.startedAt);
      const { requestId, location, earlierLoad } = finished;
      const events = toEvents(finished, FILE_TAB_ID, pages.get(pageId) ?? pages.get('') ?? null);
      const changes = events.flatMap((event) => [...ledger.reduce(event)]);
      if ((location !== null || earlierLoad !== undefined) && !isPreflight(finished)) {
        const note = { location, error: null, resourceType: null, earlierLoad };
        changes.push([requestId, ledger.annotate(requestId, note)]);
      }
      for (const [id, observed] of changes) {
        const exchange = observed === null ? null : toExchange({ ...observed, overridden: false });
        if (exchange === null) exchanges.delete(id);
        else exchanges.set(id, exchange);
      }
    }
    return [...exchanges.values()]
      .filter(isListed)
      .map((exchange) => (tellsEnd ? exchange : withVerdict(exchange, this.#profile)))
      .concat(this.#outsideExchanges(pages));
  }

  #outsideExchanges(pages: ReadonlyMap<string, string>): readonly Exchange[] {
    return this.#outside.flatMap(({ request, pageId }, index) => {
      const finished = { ...request, requestId: `outside-${index}` };
      const record = toOutsideRecord(finished, FILE_TAB_ID, pages.get(pageId) ?? pages.get('') ?? null);
      return (record === null ? null : toExchange(record)) ?? [];
    });
  }

  #learnPage(pageId: string, { resourceType, url }: UnnamedRequest): void {
    if (resourceType === 'document' && !this.#documents.has(pageId)) {
      if (this.#documents.size < MAX_PAGES) this.#documents.set(pageId, originOf(url));
    }
    if (resourceType === 'script' && this.scripts.length < MAX_SCRIPTS) this.scripts.push(url);
  }

  /** The origins of the file's pages; of the first one also under ''. */
  #pageOrigins({ pages }: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
    const origins = new Map(this.#documents);
    for (const page of Array.isArray(pages) ? pages.slice(0, MAX_PAGES) : []) {
      const { id, title } = record(page);
      // Chrome gives the URL as the title.
      const origin = originOf(text(title));
      if (!origins.has(text(id)) && origin !== 'null') origins.set(text(id), origin);
    }
    const [first] = origins.values();
    if (first !== undefined && !origins.has('')) origins.set('', first);
    return origins;
  }
}

/** Characters of the loads that are parsed. One of them may have put an answer without CORS into the browser's cache. */
const MAX_LOAD_CHARS = 3_000_000;
const MAX_PAGES = 1_000;
const MAX_SCRIPTS = 2_000;

/** The request with the error that it must have ended with; null if it was still under way when the file was written. */
function withEnd(request: UnnamedRequest, tellsEnd: boolean, profile: BrowserProfile): UnnamedRequest | null {
  if (request.status !== 0 || request.error !== null) return request;
  return tellsEnd ? null : { ...request, error: profile.corsNetError };
}

/** The longest time between a preflight and the request that it was made for. */
const MAX_PREFLIGHT_GAP_MS = 10_000;

/**
 * Dates requests by their preflights. A proxy, Firefox, and versions of Chrome that name no types, date a request by when
 * it was sent, which is after its preflight; Chrome dates it by when the page made it, and that is what preflights are
 * matched by.
 * @param requests in the order in which they began
 */
function startedWithPreflights(requests: readonly Read[]): readonly Read[] {
  const passed = new Map<string, UnnamedRequest[]>();
  return requests
    .map((read) => {
      const { request } = read;
      const { url, method, requestHeaders, startedAt } = request;
      if (isPreflight(request)) {
        const key = `${getHeader(requestHeaders, 'Access-Control-Request-Method')} ${url}`;
        if (isOkStatus(request.status)) passed.set(key, [...(passed.get(key) ?? []), request]);
        return read;
      }
      const waiting = passed.get(`${method} ${url}`) ?? [];
      const recent = waiting.filter((one) => startedAt - one.endedAt <= MAX_PREFLIGHT_GAP_MS);
      const [preflight, ...others] = recent;
      passed.set(`${method} ${url}`, others);
      return preflight === undefined
        ? read
        : { ...read, request: { ...request, startedAt: preflight.startedAt } };
    })
    .sort((one, other) => one.request.startedAt - other.request.startedAt);
}

/** Works out what the browser made of an answer, where nobody tells. */
function withVerdict(exchange: Exchange, profile: BrowserProfile): Exchange {
  const { response } = currentHop(exchange);
  if (exchange.outcome.type !== 'completed' || response === null) return exchange;
  if (!wouldBeBlocked(exchange, profile)) return exchange;
  return { ...exchange, outcome: { type: 'error', error: profile.corsNetError } };
}
