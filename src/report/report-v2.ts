import type { CauseId } from '../causes/index.ts';
import type {
  EarlierLoad,
  Failure,
  HeaderList,
  OutsideCors,
  SetCookie,
  ViolatedDirective,
  When,
} from '../cors/index.ts';
import type { Warning } from '../explain/index.ts';
import type { Language, StackId } from '../stacks/index.ts';
import type { ReportedExchange, ReportedPreflight, ReportedResponse } from './report.ts';

/**
 * Version 2 of the report: all that is said of each exchange. Words are English, in one line of Markdown each, in which
 * whatever came from the network or the page is a code span. `schemas/report-v2.schema.json` describes every field.
 */
export interface ReportV2 {
  readonly format: 'preflight-inspector/report';
  readonly version: 2;
  /** `navigator.userAgent`. */
  readonly browser: string;
  /** Oldest first. */
  readonly exchanges: readonly ExplainedExchange[];
}

/** Every field of version 1, and what explains it. */
export interface ExplainedExchange extends ReportedExchange {
  readonly endedAt: number | null;
  /** The net error that the browser ended the request with; null where it ended with none. */
  readonly error: string | null;
  readonly resourceType: string;
  /** Why CORS decides nothing about the request; null where it does. */
  readonly outside: OutsideCors['type'] | null;
  /** Where the page's service worker took its answer from, by DevTools' name; null where it didn't answer, or nobody told. */
  readonly workerSource: string | null;
  /** The directive of the page's own policy that forbids the request; null where none does, or where it isn't known. */
  readonly violated: ViolatedDirective | null;
  /** The load without CORS whose answer Chrome gave to the request; null where it asked the server, as far as is known. */
  readonly earlierLoad: EarlierLoad | null;
  /**
   * The cookies that the server was seen to set, where the call passed, was turned away and lacks them; null where nothing is
   * said of cookies.
   */
  readonly cookiesSet: readonly SetCookie[] | null;
  readonly calledFrom: ReportedLocation | null;
  readonly hops: readonly ReportedHop[];
  /** How many more equal calls the list leaves out; always 0 in what the panel exports. */
  readonly repeats: number;
  readonly answeredBy: ReportedAnswerer | null;
  /** The root cause first, then what will stop the call once that is fixed. */
  readonly causes: readonly ReportedCause[];
  readonly words: ReportedWords;
  readonly fix: ReportedFix | null;
  readonly workarounds: readonly ReportedWorkaround[];
  readonly warnings: readonly { readonly id: Warning['id']; readonly text: string }[];
  readonly hiddenHeaders: ReportedHiddenHeaders | null;
}

/** Lines and columns count from 1. The URL has no query. */
export interface ReportedLocation {
  readonly url: string;
  readonly line: number;
  readonly column: number;
  readonly functionName: string;
}

/** One URL of the request's URL list. */
export interface ReportedHop {
  readonly url: string;
  readonly method: string;
  /** The origin that the request carries at this hop. */
  readonly origin: string;
  readonly preflight: (ReportedPreflight & { readonly error: string | null }) | null;
  /** Null as long as the request itself was not sent. */
  readonly requestHeaders: HeaderList | null;
  readonly response: ReportedResponse | null;
}

export interface ReportedAnswerer {
  readonly stack: StackId;
  readonly name: string;
  /** `chosen`: the user named it. */
  readonly certainty: 'sure' | 'likely' | 'chosen';
  readonly evidence: readonly string[];
}

export interface ReportedCause {
  readonly id: CauseId;
  readonly label: string;
  readonly headline: string;
  readonly certainty: 'sure' | 'if-credentials-included';
  readonly stage: Failure['stage'];
  readonly hop: number;
  /** The telling part of the answer, as it was sent. */
  readonly evidence: readonly string[];
}

export interface ReportedWords {
  readonly headline: string;
  readonly happened: string | null;
  readonly faults: readonly {
    readonly text: string;
    readonly stage: Failure['stage'];
    readonly hop: number;
    readonly when: When;
  }[];
  readonly advice: readonly { readonly by: 'server' | 'page'; readonly text: string }[];
  /** Chrome's line in the console, word for word. */
  readonly console: string | null;
}

export interface ReportedFix {
  readonly stack: StackId;
  readonly name: string;
  /** The system or product that the steps are for; empty where there is only one way. */
  readonly variant: string;
  readonly verifiedBy: 'tests' | 'docs';
  readonly docs: string;
  readonly steps: readonly ReportedStep[];
  /** The command that makes the change take effect; null: restarting the server; empty: nothing more is needed. */
  readonly restart: string | null;
  readonly notes: readonly string[];
}

export type ReportedStep =
  | { readonly type: 'run'; readonly command: string }
  | {
      readonly type: 'edit';
      readonly file: string;
      readonly place: string;
      readonly language: Language;
      readonly code: string;
    };

export interface ReportedWorkaround {
  readonly text: string;
  readonly steps: readonly ReportedStep[];
  readonly docs: string;
}

interface ReportedHiddenHeaders {
  readonly names: readonly string[];
  /** The value of `Access-Control-Expose-Headers` that exposes them. */
  readonly expose: string;
  readonly when: When;
}
