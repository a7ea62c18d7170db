/**
 * net/http names neither itself nor the connection, and has its own spelling of header names. No other server sends so
 * little.
 */
export const SILENT = {
  server: false,
  'x-powered-by': false,
  connection: false,
  'keep-alive': false,
} as const;

export const SPELLED = ['Date'];

const CANONICAL = '[A-Z0-9][^A-Z, -]*(?:-[A-Z0-9][^A-Z, -]*)*';

/**
 * Header names as Go spells them, separated by a comma alone.
 * @see https://pkg.go.dev/net/http#CanonicalHeaderKey
 */
export const CANONICAL_LIST = `${CANONICAL}(?:,${CANONICAL})*`;
