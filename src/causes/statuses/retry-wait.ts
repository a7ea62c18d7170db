import { type Answered, answerHeader } from './answered.ts';

/** Headers in which rate limiters tell when the next call may come: in seconds from now, or as a time. */
const WAIT_HEADERS = ['Retry-After', 'RateLimit-Reset', 'X-RateLimit-Reset', 'X-Rate-Limit-Reset'];

/**
 * Headers in which servers tell their rate limits, lower-cased.
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export const LIMIT_HEADER = /^(?:retry-after|(?:x-)?rate-?limit(?:-.+)?)$/;

/** A number from this value on is a time since the epoch, in seconds; from a thousand times this value on, in ms. */
const MIN_EPOCH_S = 1_000_000_000;

/**
 * Returns how long the server wants no further calls, such as `37 s` or `5 min`. Null if it doesn't say so.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryWait(of: Answered): string | null {
  for (const name of WAIT_HEADERS) {
    const seconds = secondsFrom(answerHeader(of, name), of.context.exchange.startedAt);
    if (seconds !== null) return inWords(seconds);
  }
  return null;
}

/** Returns the headers of an answer that tell its rate limit. */
export function limitHeaders({ answer }: Answered): readonly string[] {
  const names = answer.headerList.map(([name]) => name.toLowerCase());
  return [...new Set(names)].filter((name) => LIMIT_HEADER.test(name));
}

/** @param now milliseconds since the epoch */
function secondsFrom(value: string | null, now: number): number | null {
  if (value === null) return null;
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : null;
  if (number === null) {
    const time = Date.parse(value);
    return Number.isNaN(time) ? null : (time - now) / 1000;
  }
  if (number < MIN_EPOCH_S) return number;
  return (number < MIN_EPOCH_S * 1000 ? number * 1000 - now : number - now) / 1000;
}

function inWords(seconds: number): string | null {
  if (seconds <= 0) return null;
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  return seconds < 7200 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;
}
