/** Net errors that say no more than that it failed. */
const VAGUE = new Set(['net::ERR_FAILED', 'net::ERR_INVALID_REDIRECT']);

/** Whether a net error says what went wrong. */
export function isSpecific(error: string): boolean {
  return !VAGUE.has(error);
}
