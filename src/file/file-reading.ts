import {
  type BrowserProfile,
  type Exchange,
  originOf,
  originOfHop,
  usedRememberedPreflight,
} from '../cors/index.ts';
import type { StackId } from '../stacks/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import { ElementScanner, type Rest } from './element-scanner.ts';
import { HarCalls } from './har-calls.ts';
import { MAX_FILE_EXCHANGES, MAX_FILE_REQUESTS } from './limits.ts';
import { parsed, record, text } from './read-entry.ts';
import {
  chosenStack,
  isExcerpt,
  isReadableVersion,
  REPORT_FORMAT,
  readReported,
  senderCause,
} from './read-report.ts';
import { browserName, recorderOf } from './recorder.ts';

/** What was read of a file. */
export interface FileContent {
  readonly type: 'content';
  /** In the order in which they began. */
  readonly exchanges: readonly Exchange[];
  /** Requests of any kind. */
  readonly requestCount: number;
  /** Such as `Chrome 156`; '' where the file doesn't tell. */
  readonly recorder: string;
  /** When the first request began, in ms since the epoch; null where the file doesn't tell. */
  readonly recordedAt: number | null;
  /** What the file doesn't tell, and what couldn't be read of it. */
  readonly notes: readonly Sentence[];
  /** URLs of the scripts that the page loaded. */
  readonly scripts: readonly string[];
  /** The stacks that whoever exported it had named, by the servers' origins. */
  readonly stackChoices: ReadonlyMap<string, StackId>;
}

/** Why nothing was read of a file. */
export interface FileRefusal {
  readonly type: 'refusal';
  readonly why: Sentence;
}

/** Where the requests are in a HAR file, and in a report of ours. */
const ENTRIES = { name: 'entries', depth: 2 };
const EXCHANGES = { name: 'exchanges', depth: 1 };

/**
 * Reads a HAR file, or a report that the panel exported, piece by piece. Secrets are cut as soon as a request is read.
 * Nothing that a file holds makes it throw.
 */
export class FileReading {
  readonly #profile: BrowserProfile;
  readonly #calls: HarCalls;
  readonly #reported: unknown[] = [];
  #reportedCount = 0;
  readonly #scanner = new ElementScanner([ENTRIES, EXCHANGES], (json, array) => {
    if (array === ENTRIES.name) this.#calls.add(json);
    else if (this.#reportedCount++ < MAX_FILE_REQUESTS) this.#reported.push(parsed(json));
  });

  /** @param profile the browser that a file without verdicts is judged by */
  constructor(profile: BrowserProfile) {
    this.#profile = profile;
    this.#calls = new HarCalls(profile);
  }

  /** @returns false if it is no such file; no more pieces are needed then */
  push(piece: string): boolean {
    return this.#scanner.push(piece);
  }

  end(): FileContent | FileRefusal {
    const rest = this.#scanner.end();
    const document = record(parsed(rest.json));
    if (document.format === REPORT_FORMAT) return this.#report(document, rest);
    if (this.#calls.count > 0 || Array.isArray(record(document.log).entries))
      return this.#har(document, rest);
    return { type: 'refusal', why: sentence('fileUnknown') };
  }

  #har(document: Readonly<Record<string, unknown>>, { isWhole }: Rest): FileContent {
    const log = record(document.log);
    const { count, unreadable, excess, userAgent, recordedAt, scripts } = this.#calls;
    const tellsEnd = this.#calls.tellsEnd(log);
    const all = this.#calls.exchanges(log);
    const exchanges = kept(all);
    const { name } = recorderOf(log, userAgent);
    const notes = [
      ...readNotes({
        isWhole,
        unreadable,
        excess: all.length - exchanges.length + excess,
        shown: exchanges.length,
      }),
      ...(tellsEnd || exchanges.length === 0 ? [] : [sentence('fileEndsWorkedOut')]),
      ...preflightNotes(all, tellsEnd, this.#profile),
    ];
    return {
      type: 'content',
      exchanges,
      requestCount: count,
      recorder: name,
      recordedAt,
      notes,
      scripts,
      stackChoices: new Map(),
    };
  }

  #report(document: Readonly<Record<string, unknown>>, { isWhole }: Rest): FileContent | FileRefusal {
    const { version, browser } = document;
    if (!isReadableVersion(version)) return { type: 'refusal', why: sentence('fileNewerReport') };
    const read = this.#reported.map((value, index) => readReported(value, version, index));
    const all = read.filter((exchange) => exchange !== null);
    const exchanges = kept(all);
    const excess = all.length - exchanges.length + this.#reportedCount - this.#reported.length;
    const dates = all.flatMap(({ startedAt }) => (startedAt > 0 ? [startedAt] : []));
    const unreadable = read.length - all.length;
    const causes = [...new Set(this.#reported.flatMap((value) => senderCause(value) ?? []))];
    return {
      type: 'content',
      exchanges,
      requestCount: this.#reportedCount,
      recorder: browserName(text(browser)),
      recordedAt: dates.length === 0 ? null : dates.reduce((one, other) => Math.min(one, other)),
      notes: [
        ...readNotes({ isWhole, unreadable, excess, shown: exchanges.length }),
        ...(version === 2 && this.#reported.some(isExcerpt) ? [sentence('fileExcerpt')] : []),
        ...(causes.length === 0 ? [] : [sentence('fileSenderCauses', { causes })]),
      ],
      scripts: [],
      stackChoices: new Map(
        read.flatMap((exchange, index) => {
          const stack = chosenStack(this.#reported[index]);
          if (exchange === null || stack === null) return [];
          return [[originOfHop(exchange, exchange.hops.length - 1), stack] as const];
        }),
      ),
    };
  }
}

/** As many as are shown, in the order in which they began. Calls that passed are left out first. */
function kept(exchanges: readonly Exchange[]): readonly Exchange[] {
  const passed = exchanges.filter(({ outcome }) => outcome.type === 'completed');
  const others = exchanges.filter(({ outcome }) => outcome.type !== 'completed');
  return [...others, ...passed]
    .slice(0, MAX_FILE_EXCHANGES)
    .sort((one, other) => one.startedAt - other.startedAt);
}

interface Losses {
  readonly isWhole: boolean;
  readonly unreadable: number;
  /** Calls that aren't shown. */
  readonly excess: number;
  readonly shown: number;
}

function readNotes({ isWhole, unreadable, excess, shown }: Losses): readonly Sentence[] {
  return [
    ...(isWhole ? [] : [sentence('fileTruncated')]),
    ...(unreadable > 0 ? [sentence('fileUnreadableEntries', { count: String(unreadable) })] : []),
    ...(excess > 0 ? [sentence('fileTooMany', { shown: String(shown), more: String(excess) })] : []),
  ];
}

/** Says that preflights are missing, where none is in the file although calls need one. */
function preflightNotes(
  exchanges: readonly Exchange[],
  tellsEnd: boolean,
  profile: BrowserProfile,
): readonly Sentence[] {
  if (exchanges.some(({ hops }) => hops.some(({ preflight }) => preflight !== null))) return [];
  const needing = exchanges.filter(({ origin, hops }) =>
    hops.some((hop) => originOf(hop.url) !== origin && usedRememberedPreflight(hop, profile)),
  );
  if (needing.length === 0) return [];
  return [sentence(tellsEnd ? 'fileNoPreflightsBrowser' : 'fileNoPreflightsOther')];
}
