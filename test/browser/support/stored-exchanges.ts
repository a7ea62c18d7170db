import type { HeaderList } from '../../../src/cors/header-list.ts';
import { tabOwner } from '../../../src/cors/owner.ts';
import type { ObservedRequest, ObservedStep } from '../../../src/observe/observed.ts';
import type { ExchangeRecord } from '../../../src/observe/record.ts';
import { exchangeKey, parseExchangeRecord, serializeExchangeRecord } from '../../../src/store/stored.ts';
import type { ExtensionContext } from '../harness/extension-page.ts';

/** Whose exchanges these are. */
export interface Inspected {
  readonly tabId: number;
  readonly origin: string;
  /** When the first of them began, in ms since the epoch; now, unless said otherwise. */
  readonly since?: number;
}

/** A kind of call: `n` is its number. */
type Make = (n: number, inspected: Required<Inspected>) => ExchangeRecord;

/** Of ten calls in a row: six without Access-Control-Allow-Origin, two with a header that isn't allowed, a server that isn't running, and one that passed. */
const KINDS: readonly Make[] = [plain, plain, custom, plain, plain, down, plain, custom, plain, passed];

/** Puts exchanges where the worker keeps them, from one of the extension's own pages. */
export async function store(context: ExtensionContext, stored: ReadonlyMap<string, string>): Promise<void> {
  const entries = [...stored];
  for (let start = 0; start < entries.length; start += BATCH) {
    const batch = Object.fromEntries(entries.slice(start, start + BATCH));
    await context.evaluate((some) => chrome.storage.session.set(some), batch);
  }
}

/** Stores copies of a tab's exchanges until there are `count`, as if each had gone on to the next page of its URL. */
export async function storeCopies(context: ExtensionContext, tabId: number, count: number): Promise<void> {
  const stored = await context.evaluate(() => chrome.storage.session.get<Record<string, string>>());
  const own = Object.entries(stored).filter(([key]) => key.startsWith(exchangeKey(tabOwner(tabId), '')));
  const records = own.flatMap(([, text]) => parseExchangeRecord(text) ?? []);
  const copies = new Map<string, string>();
  for (let n = 0; copies.size + records.length < count; n++) {
    const copy = copyOf(records[n % records.length], n);
    copies.set(exchangeKey(tabOwner(tabId), `copy-${n}`), serializeExchangeRecord(copy));
  }
  await store(context, copies);
}

function copyOf(record: ExchangeRecord | undefined, n: number): ExchangeRecord {
  if (record === undefined) throw new Error('There is nothing to copy.');
  const ofRequest = ({ source, steps: [first, ...more] }: ObservedRequest): ObservedRequest => {
    const step = (one: ObservedStep): ObservedStep => ({
      ...one,
      url: `${one.url}?page=${n}`,
      timeStamp: one.timeStamp + n * 10,
    });
    return { source: { ...source, requestId: `copy-${n}` }, steps: [step(first), ...more.map(step)] };
  };
  return {
    ...record,
    request: record.request === null ? null : ofRequest(record.request),
    preflights: record.preflights.map(({ hopIndex, preflight }) => ({
      hopIndex,
      preflight: ofRequest(preflight),
    })),
  };
}

/** Keys in one write. */
const BATCH = 500;

/**
 * What the worker would have stored of `count` calls, by key. They are small, so that `storage.session` (10 MiB) holds
 * 10,000: realistic ones take twice as much. About a hundred calls differ in path or line, the rest repeats them.
 */
export function storedExchanges(count: number, inspected: Inspected): ReadonlyMap<string, string> {
  const since = Date.now();
  const numbers = Array.from({ length: count }, (_, n) => n);
  return new Map(
    numbers.map((n) => {
      const make = KINDS[n % KINDS.length] ?? plain;
      return [
        exchangeKey(tabOwner(inspected.tabId), `stored-${n}`),
        serializeExchangeRecord(make(n, { since, ...inspected })),
      ] as const;
    }),
  );
}

function request(
  n: number,
  { tabId, origin, since }: Required<Inspected>,
  method: string,
  steps: readonly Step[],
): ObservedRequest {
  // 25 servers: a cause is one server's.
  const url = `http://127.0.0.1:${8000 + (n % 25)}/v1/${n % 4 === 0 ? n : n % 100}`;
  const [first, ...more] = steps.map((step, index) => {
    return { timeStamp: since + n * 10 + index, url, method, ...step } as ObservedStep;
  });
  return {
    source: {
      seenBy: 'webRequest',
      requestId: `stored-${n}`,
      owner: tabOwner(tabId),
      frameId: 0,
      documentId: null,
      initiator: origin,
      resourceType: 'xmlhttprequest',
    },
    steps: [first ?? { timeStamp: since, url, method, phase: 'before-request' }, ...more],
  };
}

type Timeless<One> = One extends unknown ? Omit<One, 'timeStamp' | 'url' | 'method'> : never;
type Step = Timeless<ObservedStep>;

function record(made: ObservedRequest, n: number, preflight?: ObservedRequest): ExchangeRecord {
  const url = `${made.source.initiator}/api.ts`;
  return {
    request: made,
    preflights: preflight === undefined ? [] : [{ hopIndex: 0, preflight }],
    overridden: false,
    // DevTools was open for a quarter of them.
    note:
      n % 4 !== 0
        ? null
        : {
            location: { url, line: 1 + (n % 7), column: 1, functionName: '' },
            error: null,
            resourceType: null,
          },
  };
}

const FAILED = { phase: 'error', error: 'net::ERR_FAILED' } as const;

function plain(n: number, inspected: Required<Inspected>): ExchangeRecord {
  return record(request(n, inspected, 'GET', answered(inspected, [], FAILED)), n);
}

function passed(n: number, inspected: Required<Inspected>): ExchangeRecord {
  const allowed: HeaderList = [['Access-Control-Allow-Origin', '*']];
  return record(request(n, inspected, 'GET', answered(inspected, allowed, { phase: 'completed' })), n);
}

function answered({ origin }: Required<Inspected>, headerList: HeaderList, end: Step): readonly Step[] {
  return [
    { phase: 'before-request' },
    { phase: 'before-send-headers', requestHeaders: [['Origin', origin]] },
    { phase: 'headers-received', response: { status: 200, headerList } },
    end,
  ];
}

function custom(n: number, inspected: Required<Inspected>): ExchangeRecord {
  const { origin } = inspected;
  const asked: HeaderList = [
    ['Origin', origin],
    ['Access-Control-Request-Method', 'POST'],
    ['Access-Control-Request-Headers', 'x-id'],
  ];
  const allowed: HeaderList = [['Access-Control-Allow-Origin', origin]];
  const preflight = request(n, inspected, 'OPTIONS', [
    { phase: 'before-send-headers', requestHeaders: asked },
    { phase: 'headers-received', response: { status: 204, headerList: allowed } },
  ]);
  return record(request(n, inspected, 'POST', [{ phase: 'before-request' }, FAILED]), n, preflight);
}

function down(n: number, inspected: Required<Inspected>): ExchangeRecord {
  const error = 'net::ERR_CONNECTION_REFUSED';
  return record(request(n, inspected, 'GET', [{ phase: 'before-request' }, { phase: 'error', error }]), n);
}
