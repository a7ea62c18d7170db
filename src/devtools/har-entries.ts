import { within } from '../commands/index.ts';
import { type HarEntry, isSpecific } from '../observe/index.ts';

/** How long to wait for a response that DevTools doesn't know yet. */
const LATE_RESPONSE_MS = 200;
/** How long to wait for DevTools' list of all entries. */
const LIST_TIMEOUT_MS = 10_000;

/** The source of the inspected tab's entries. */
export interface EntrySource {
  /** Calls back with each entry when its request ends. */
  onFinished(listener: (entry: HarEntry) => void): void;
  /** All entries that DevTools knows. */
  all(): Promise<readonly HarEntry[]>;
}

/**
 * Calls back once with each entry, also with those that ended before. It looks up an entry without a response again a
 * little later, since DevTools may not know the response yet. If DevTools can't be asked, it passes the entry on as it
 * is. If the listener throws, only that entry is lost.
 */
export function subscribeEntries(
  { onFinished, all }: EntrySource,
  listener: (entry: HarEntry) => void,
): void {
  const tell = (entry: HarEntry) => {
    try {
      listener(entry);
    } catch (error) {
      console.error('What DevTools told of a request could not be read.', error);
    }
  };
  const list = () =>
    within(LIST_TIMEOUT_MS, all()).catch((error: unknown) => {
      console.error('DevTools could not be asked for the requests that it knows.', error);
      return [];
    });
  const early = new Set<string>();
  let atFirst = true;
  let unanswered: readonly HarEntry[] = [];
  let pause = LATE_RESPONSE_MS;
  const lookAgain = async () => {
    const waiting = unanswered;
    const started = performance.now();
    const entries = await list();
    // The list holds every entry that DevTools knows. Reading a long list must not take all of DevTools' time.
    pause = Math.max(LATE_RESPONSE_MS, 4 * (performance.now() - started));
    unanswered = unanswered.slice(waiting.length);
    for (const entry of waiting) tell(entries.findLast((one) => isSameRequest(one, entry)) ?? entry);
    if (unanswered.length > 0) lookLater();
  };
  const lookLater = () => setTimeout(lookAgain, pause);
  onFinished((entry) => {
    if (atFirst) early.add(keyOf(entry));
    // A request waits together with its unanswered preflight, which alone tells why the request failed.
    const waits =
      isUnansweredFrame(entry) ||
      (isVague(entry) && (wasSent(entry) || unanswered.some((one) => one.request.url === entry.request.url)));
    if (!waits) {
      tell(entry);
      return;
    }
    if (unanswered.length === 0) lookLater();
    unanswered = [...unanswered, entry];
  });
  const tellEarlier = async () => {
    const entries = await list();
    atFirst = false;
    for (const entry of entries) if (!early.has(keyOf(entry))) tell(entry);
  };
  tellEarlier();
}

/**
 * True for an entry without a response whose error names no reason. If the request was sent, DevTools receives its
 * response separately from its end, and sometimes later. Then only DevTools' own list has it.
 */
function isVague({ response: { status, _error: error } }: HarEntry): boolean {
  return status === 0 && typeof error === 'string' && error !== '' && !isSpecific(error);
}

/** Whether Chrome kept out an answer, and only its headers, which DevTools doesn't know yet, tell why. */
function isUnansweredFrame({ response: { status, _error: error } }: HarEntry): boolean {
  return status === 0 && error === 'net::ERR_BLOCKED_BY_RESPONSE';
}

function wasSent({ request }: HarEntry): boolean {
  return request.headers.some(({ name }) => name.toLowerCase() === 'sec-fetch-mode');
}

function isSameRequest(one: HarEntry, other: HarEntry): boolean {
  const [mine, its] = [one.request, other.request];
  return one.startedDateTime === other.startedDateTime && mine.method === its.method && mine.url === its.url;
}

function keyOf({ startedDateTime, time, request }: HarEntry): string {
  return `${startedDateTime} ${time} ${request.method} ${request.url}`;
}
