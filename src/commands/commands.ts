import type { Preflight } from '../cors/index.ts';
import { CONSENTS, type Consent } from '../override/index.ts';
import type { Report } from '../report/index.ts';
import { headerList } from './finished-request.ts';
import {
  anyList,
  boolean,
  type FieldType,
  httpOrigin,
  id,
  listOf,
  number,
  object,
  oneOf,
  optional,
  orNull,
  type Shape,
  tabId,
  text,
  url,
} from './shape.ts';

/** The commands that the extension's own pages send to the background worker, with their arguments and replies. */
interface Commands {
  /** Exports everything that was observed in a tab. */
  exportReport(args: OfTab): Report;
  clearExchanges(args: OfTab): Done;
  /** The reply comes once the override is in force. */
  setOverride(args: SetOverride): Done;
  /** Sends the same preflight as an exchange again, to see what the server answers now. */
  probePreflight(args: ProbePreflight): Probed;
  /** Reports requests of the inspected tab that have ended. The reply comes once they are stored. */
  reportFinished(args: ReportFinished): TakenIn;
  /** Reports the top-level page in the inspected tab. The reply comes once it is stored. */
  reportNavigation(args: ReportNavigation): Done;
  /** Tells what the user has granted, to pages whose browser doesn't tell them: those within Firefox's DevTools. */
  readHostAccess(args: ReadHostAccess): HostAccess;
}

export type CommandName = keyof Commands;
export type Args<Name extends CommandName> = Parameters<Commands[Name]>[0];
export type Reply<Name extends CommandName> = ReturnType<Commands[Name]>;

/** A command as it is sent. */
export type Command = { [Name in CommandName]: { readonly type: Name } & Args<Name> }[CommandName];

/** The reply to a command that succeeded and has no result. */
interface Done {
  readonly ok: true;
}

interface OfTab {
  readonly tabId: number;
}

export interface SetOverride extends OfTab {
  readonly pageOrigin: string;
  readonly targetOrigin: string;
  readonly enabled: boolean;
  /** What the user consented to. The worker uses no other mechanism that needs consent. */
  readonly allow?: readonly Consent[] | undefined;
}

/** `tabId` is the inspected tab. The exchange may belong to the service worker of its page. */
export interface ProbePreflight extends OfTab {
  readonly exchangeId: string;
}

/** The reply to `probePreflight`: the preflight as it was sent and answered this time. */
interface Probed extends Done {
  readonly preflight: Preflight;
}

export interface ReportFinished extends OfTab {
  /**
   * Each entry is a `FinishedRequest`. The worker checks the entries one by one, so a malformed one affects no other.
   */
  readonly finished: readonly unknown[];
  /** The requests that were dropped before they reached the worker. */
  readonly lost?: Lost | undefined;
  /** The same of requests that CORS decides nothing about. */
  readonly lostOutside?: Lost | undefined;
}

/** Counts requests that DevTools reported and that never reached the worker. */
export interface Lost {
  readonly count: number;
  /** When the last of them began, in ms since the epoch. */
  readonly latest: number;
}

/** The reply to `reportFinished`: all entries but the refused ones are stored. */
export interface TakenIn extends Done {
  readonly refused: readonly RefusedEntry[];
}

/** An entry that can never be stored. */
export interface RefusedEntry {
  /** Its index in `finished`. */
  readonly index: number;
  /** One English sentence. */
  readonly error: string;
}

interface ReportNavigation extends OfTab {
  readonly url: string;
  /** When the tab began to navigate to the page, in ms since the epoch. */
  readonly at: number;
  /** When DevTools reported that the tab shows the page, in ms since the epoch. */
  readonly heardAt: number;
}

/** @see https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/Match_patterns */
interface ReadHostAccess {
  readonly patterns: readonly string[];
}

/** The reply to `readHostAccess`. */
interface HostAccess extends Done {
  /** Whether all patterns that were asked about are granted. */
  readonly contains: boolean;
  /** All that is granted, as match patterns. */
  readonly origins: readonly string[];
}

/** How the worker checks a command's arguments, and the sender checks the reply. */
interface Specification<Name extends CommandName> {
  readonly args: Shape<Args<Name>>;
  readonly isReply: (answer: unknown) => answer is Reply<Name>;
  /** How long the sender waits for a reply, in ms. Chrome ends a worker that takes five minutes to answer a message. */
  readonly timeout: number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

const { is: isDone } = object<Done>({ ok: isTrue() }, 'an answer');
const consents = listOf(oneOf<Consent>(CONSENTS));

const preflight = object<Preflight>(
  {
    requestHeaders: headerList,
    response: orNull(object({ status: number, headerList }, 'a response')),
    error: orNull(text),
    duration: optional(number),
  },
  'a preflight',
);

const lost = object<Lost>({ count: number, latest: number }, 'a count and a time');

/** Every command, with its checks. */
export const COMMANDS: { readonly [Name in CommandName]: Specification<Name> } = {
  exportReport: { args: { tabId }, isReply: isReport, timeout: MINUTE_MS },
  clearExchanges: { args: { tabId }, isReply: isDone, timeout: 30 * SECOND_MS },
  setOverride: {
    args: {
      tabId,
      pageOrigin: httpOrigin,
      targetOrigin: httpOrigin,
      enabled: boolean,
      allow: optional(consents),
    },
    isReply: isDone,
    timeout: 30 * SECOND_MS,
  },
  // The worker sends one probe at a time, each for at most ten seconds.
  probePreflight: {
    args: { tabId, exchangeId: id },
    isReply: object<Probed>({ ok: isTrue(), preflight }, 'an answer').is,
    timeout: MINUTE_MS,
  },
  // In a flood of requests the worker is slow.
  reportFinished: {
    args: {
      tabId,
      finished: anyList,
      lost: optional(lost),
      lostOutside: optional(lost),
    },
    isReply: object<TakenIn>(
      {
        ok: isTrue(),
        refused: listOf(object<RefusedEntry>({ index: number, error: text }, 'a refused entry')),
      },
      'an answer',
    ).is,
    timeout: 5 * MINUTE_MS,
  },
  reportNavigation: {
    args: { tabId, url, at: number, heardAt: number },
    isReply: isDone,
    timeout: 30 * SECOND_MS,
  },
  readHostAccess: {
    args: { patterns: listOf(text) },
    isReply: object<HostAccess>({ ok: isTrue(), contains: boolean, origins: listOf(text) }, 'an answer').is,
    timeout: 30 * SECOND_MS,
  },
};

export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(COMMANDS, name);
}

function isTrue(): FieldType<true> {
  return { is: (value): value is true => value === true, name: 'true' };
}

/** Checks the format alone: the worker itself wrote the exchanges. */
function isReport(answer: unknown): answer is Report {
  const format = oneOf(['preflight-inspector/report']);
  return object({ format, exchanges: anyList }, 'a report').is(answer);
}
