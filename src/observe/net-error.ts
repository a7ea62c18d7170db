/** Net errors that only say that a request failed. */
const VAGUE = new Set(['net::ERR_FAILED', 'net::ERR_INVALID_REDIRECT']);

/** True if a net error names a reason. */
export function isSpecific(error: string): boolean {
  return !VAGUE.has(error);
}
