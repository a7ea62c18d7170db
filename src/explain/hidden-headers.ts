import { currentHop, exposingValue, hiddenHeaderNames, type When } from '../cors/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/** Response headers that the script of a call that passed can't read, and what lets it. */
export interface HiddenHeaders {
  /** Lower-cased; at least one. */
  readonly names: readonly string[];
  /** A wildcard exposes them to calls without credentials alone. */
  readonly when: When;
  /** The value of `Access-Control-Expose-Headers` that exposes them in any case. */
  readonly exposing: string;
}

/** Null where the call didn't pass, or where nothing is hidden that a script has use for. */
export function hiddenHeadersOf({
  exchange,
  diagnosis: { outcome, credentials },
}: JudgedExchange): HiddenHeaders | null {
  const { response } = currentHop(exchange);
  if (outcome !== 'allowed' || response === null) return null;
  const { headerList } = response;
  const namesIf = (mode: 'include' | 'omit') =>
    hiddenHeaderNames(headerList, mode).filter((name) => !isPlumbing(name));
  const names = namesIf(credentials === 'omitted' ? 'omit' : 'include');
  if (names.length === 0) return null;
  // What is hidden without credentials is hidden with them, too.
  const always = credentials !== 'unknown' || namesIf('omit').length > 0;
  return {
    names,
    when: always ? 'always' : 'credentials-included',
    exposing: exposingValue(headerList, names),
  };
}

/** Headers that scripts have no use for. */
function isPlumbing(name: string): boolean {
  const plumbing = ['connection', 'date', 'keep-alive', 'transfer-encoding', 'vary'];
  return plumbing.includes(name) || name.startsWith('access-control-');
}
