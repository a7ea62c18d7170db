/** What of a target's answers was seen to be wrong, and so is replaced wherever the override reaches. */
export type ReplacedHeader =
  /** An `Access-Control-Allow-Origin` that says `null`, which else is right: for requests that redirects brought there. */
  | 'allow-null'
  | 'allow-methods'
  | 'allow-headers'
  /** The request's own `Origin`: the server answers 403 to it. */
  | 'request-origin';

/**
 * A redirect after which a request carries the origin `null`, so that the page's own would be wrong there.
 * @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 */
export interface TaintingRedirect {
  readonly from: string;
  /** Whether the request that came to `from` carried `null` already: an earlier redirect of the chain has tainted it. */
  readonly fromIsTainted: boolean;
  /** The Location header as the server sends it. */
  readonly location: string;
  readonly to: string;
  /** When it was first seen, in ms since the epoch. */
  readonly since: number;
}

/** A request that came by such a redirect before it was known, and has no answer yet. */
interface TaintedRequest {
  readonly exchangeId: string;
  readonly url: string;
}

/**
 * A URL of the target that the page was seen to call. What only trust in the tab's documents keeps from strangers is
 * done for these alone.
 */
export interface Call {
  /** Without query and fragment. */
  readonly url: string;
  readonly methods: readonly string[];
  /** Whether a frame with an opaque origin called it, not the page itself. */
  readonly opaque: boolean;
  /** Whether it was sent with an `If-Unmodified-Since` of its own. */
  readonly conditional: boolean;
}

/** What exchanges have withObservationsOf an override about its target. */
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

/** Longer ones are not learnt, in characters: the network decides what comes, and a full store must not be its doing. */
export const MAX_URL_CHARS = 2_000;
export const MAX_NAME_CHARS = 128;
/** As much as the value of a header should hold, in characters. */
export const MAX_LIST_CHARS = 8_000;
