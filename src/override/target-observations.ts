import type { HeaderList } from '../cors/index.ts';

/** A header that was seen to be wrong for a target. The override replaces it in every call that it reaches. */
export type ReplacedHeader =
  /**
   * `Access-Control-Allow-Origin: null`. Without this entry an override leaves that value alone, because it is right for
   * requests that a redirect tainted.
   */
  | 'allow-null'
  | 'allow-methods'
  | 'allow-headers'
  /** The request's `Origin`: the server answers it with 403. */
  | 'request-origin';

/**
 * A redirect after which the request carries the origin `null`. An answer that allows the page's origin fails there.
 * @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 */
export interface TaintingRedirect {
  readonly from: string;
  /** True if an earlier redirect of the chain had tainted the request before it came to `from`. */
  readonly fromIsTainted: boolean;
  /** The Location header as the server sends it. */
  readonly location: string;
  readonly to: string;
  /** When the redirect was first seen, in ms since the epoch. */
  readonly since: number;
}

/** A request without an answer yet that followed a tainting redirect before the override knew that redirect. */
interface TaintedRequest {
  readonly exchangeId: string;
  readonly url: string;
}

/**
 * A URL of the target that the page was seen to call. Overrides rewrite `Origin`, and answer opaque origins, for these
 * URLs alone: nothing but the check of the tab's documents keeps those two from other apps.
 */
interface Call {
  /** Without query and fragment. */
  readonly url: string;
  readonly methods: readonly string[];
  /** True if a frame with an opaque origin called the URL, false if the page did. */
  readonly opaque: boolean;
  /** True if the page set `If-Unmodified-Since` itself. */
  readonly conditional: boolean;
}

/**
 * A call of the target that the browser blocked, by one of its answers. Where rules can't depend on an answer's headers,
 * they are made for these calls alone, so that right answers are left as they are.
 */
export interface RefusedCall {
  /** Without query and fragment. With its query where a redirect has tainted the origin. */
  readonly url: string;
  /** `OPTIONS` for the preflight, whichever method it asked for. */
  readonly method: string;
  /** Whose origin the answer has to allow: the page's, or `null` for a frame's or after a tainting redirect. */
  readonly origin: 'page' | 'opaque' | 'tainted';
  /** The lists of a preflight's answer that the server left out, or that were not enough. */
  readonly lists: readonly Extract<ReplacedHeader, 'allow-methods' | 'allow-headers'>[];
  /** True if the server refused the call's origin by status, so that it has to be rewritten. */
  readonly refusesOrigin: boolean;
  /** The server's own lines of the headers that rules set; null if that answer was never seen without rules. */
  readonly server: HeaderList | null;
  /** True if the page also calls a tainted URL directly. No rule can tell those calls apart, so none is made. */
  readonly isAmbiguous: boolean;
}

/** What exchanges showed about an override's target. Rules are made from it. */
export interface TargetObservations {
  /** The newest last. */
  readonly calls: readonly Call[];
  /** Methods and lower-cased header names that were asked for, or that the server allows. */
  readonly methods: readonly string[];
  readonly headerNames: readonly string[];
  readonly replacedHeaders: readonly ReplacedHeader[];
  /** The newest last. */
  readonly taintingRedirects: readonly TaintingRedirect[];
  readonly taintedRequests: readonly TaintedRequest[];
  /** The newest last. Empty where rules may depend on an answer's headers. */
  readonly refusedCalls: readonly RefusedCall[];
}

export const NO_OBSERVATIONS: TargetObservations = {
  calls: [],
  methods: [],
  headerNames: [],
  replacedHeaders: [],
  taintingRedirects: [],
  taintedRequests: [],
  refusedCalls: [],
};

/** Limits in characters. Longer URLs and names are not recorded, so that a server can't fill the store. */
export const MAX_RULE_URL_CHARS = 2_000;
export const MAX_RULE_NAME_CHARS = 128;
/** The limit of a header's value, in characters. */
export const MAX_RULE_LIST_CHARS = 8_000;
