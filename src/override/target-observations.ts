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
export interface Call {
  /** Without query and fragment. */
  readonly url: string;
  readonly methods: readonly string[];
  /** True if a frame with an opaque origin called the URL, false if the page did. */
  readonly opaque: boolean;
  /** True if the page set `If-Unmodified-Since` itself. */
  readonly conditional: boolean;
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
}

export const NO_OBSERVATIONS: TargetObservations = {
  calls: [],
  methods: [],
  headerNames: [],
  replacedHeaders: [],
  taintingRedirects: [],
  taintedRequests: [],
};

/** Limits in characters. Longer URLs and names are not recorded, so that a server can't fill the store. */
export const MAX_RULE_URL_CHARS = 2_000;
export const MAX_RULE_NAME_CHARS = 128;
/** The limit of a header's value, in characters. */
export const MAX_RULE_LIST_CHARS = 8_000;
