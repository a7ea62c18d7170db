/** How many exchanges are stored. Those that passed are dropped first, then the oldest. */
export const MAX_EXCHANGES = { perTab: 1_500, inAll: 6_000 };
/** How many of them, in each tab, may be requests that CORS decides nothing about. The oldest are dropped first. */
export const MAX_OUTSIDE_EXCHANGES = 200;
/**
 * How many characters of exchanges are stored: `storage.session` holds 10 MiB. A preflighted call with ordinary headers
 * takes 3,400, so that one tab has room for all its exchanges, and all tabs together don't.
 */
export const MAX_STORED_CHARS = { perTab: 6_000_000, inAll: 8_000_000 };
/** The characters of one stored exchange. Of a longer one, earlier redirect hops are cut down. */
export const MAX_RECORD_CHARS = 1_000_000;
/**
 * The characters of a URL, and of a header's value, in earlier redirect hops that are cut down: more than a real one
 * has.
 */
export const MAX_EARLIER_HOP_VALUE_CHARS = 1_000;

/** The characters of a URL: more than most servers take. Its beginning and its end tell it from others. */
export const MAX_URL_CHARS = 16_000;
/** A longer URL keeps this many characters of its end; the others are from its beginning. */
export const URL_END_CHARS = 1_000;
/** The characters of a query parameter's name. */
export const MAX_PARAMETER_NAME_CHARS = 200;
/** The characters of one header's value. */
export const MAX_HEADER_VALUE_CHARS = 65_536;
/** The characters of all headers of one message. */
export const MAX_HEADER_LIST_CHARS = 131_072;
/** The headers of one message. */
export const MAX_HEADERS = 1_000;

/**
 * How many requests that haven't ended the ledger remembers. A page may have some 2,700 under way; Chrome fails all
 * others.
 */
export const MAX_UNENDED_REQUESTS = 4_000;
/**
 * How many requests that webRequest saw are remembered for DevTools, which may tell of them seconds later in a flood.
 */
export const MAX_PAST_REQUESTS = 5_000;
/** How many redirects may wait for the hop that they lead to. */
export const MAX_WAITING_REDIRECTS = 200;
/** Larger groups drop what is matched: matching a flood anew with each event would take too long. */
export const LARGE_GROUP_REQUESTS = 100;
