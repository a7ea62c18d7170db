import { currentHop, hiddenHeaderNames, type Response, type When } from '../cors/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';
import { type NeededHeaders, neededHeaders } from './needed-headers.ts';

/** The response headers that the script of a call that passed may want and can't read. */
export interface UnreadHeaders extends NeededHeaders {
  readonly response: Response;
  /** A wildcard exposes them to calls without credentials alone. */
  readonly when: When;
}

/** Returns null if the call didn't pass, or if it hides no header that a script has use for. */
export function unreadHeadersOf({
  exchange,
  diagnosis: { outcome, credentials },
}: JudgedExchange): UnreadHeaders | null {
  const { response, method } = currentHop(exchange);
  if (outcome !== 'allowed' || response === null || exchange.outside !== undefined) return null;
  const hiddenIf = (mode: 'include' | 'omit') =>
    neededHeaders(hiddenHeaderNames(response.headerList, mode), method, response);
  const needed = hiddenIf(credentials === 'omitted' ? 'omit' : 'include');
  if (needed.names.length === 0) return null;
  // What is hidden without credentials is hidden with them, too.
  const always = credentials !== 'unknown' || hiddenIf('omit').names.length > 0;
  return { ...needed, response, when: always ? 'always' : 'credentials-included' };
}

const vitalOf = new WeakMap<JudgedExchange, readonly string[]>();

/** The hidden headers of a call that passed without which a protocol or a client doesn't work; looked up once per state. */
export function hiddenVitalHeaders(row: JudgedExchange): readonly string[] {
  const known = vitalOf.get(row);
  if (known !== undefined) return known;
  const unread = unreadHeadersOf(row);
  const vital = unread?.when === 'always' ? unread.vital : [];
  vitalOf.set(row, vital);
  return vital;
}
