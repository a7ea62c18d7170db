import {
  currentHop,
  exposingValue,
  extractTokens,
  type HeaderList,
  hiddenHeaderNames,
  hostOf,
  type When,
} from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';
import { neededHeaders } from './needed-headers.ts';

/** The response headers that the script can't read although the call passed, and the header value that exposes them. */
export interface HiddenHeaders {
  /** Lower-cased; at least one. */
  readonly names: readonly string[];
  /** Who is known to read some of them. */
  readonly neededBy: readonly Sentence[];
  /** Those without which a protocol or a client doesn't work. */
  readonly vital: readonly string[];
  /** A wildcard exposes them to calls without credentials alone. */
  readonly when: When;
  /**
   * The value of `Access-Control-Expose-Headers` that exposes them in any case, and what the same protocol needs on other
   * answers.
   */
  readonly exposing: string;
  /** Where to add them, if the server sends a list already that lacks them. */
  readonly advice: Sentence | null;
}

/** Returns null if the call didn't pass, or if it hides no header that a script has use for. */
export function hiddenHeadersOf({
  exchange,
  diagnosis: { outcome, credentials },
}: JudgedExchange): HiddenHeaders | null {
  const { url, response, method } = currentHop(exchange);
  if (outcome !== 'allowed' || response === null) return null;
  const { headerList } = response;
  const hiddenIf = (mode: 'include' | 'omit') =>
    neededHeaders(hiddenHeaderNames(headerList, mode), method, response);
  const { names, neededBy, vital, elsewhere } = hiddenIf(credentials === 'omitted' ? 'omit' : 'include');
  if (names.length === 0) return null;
  // What is hidden without credentials is hidden with them, too.
  const always = credentials !== 'unknown' || hiddenIf('omit').names.length > 0;
  return {
    names,
    neededBy,
    vital,
    when: always ? 'always' : 'credentials-included',
    exposing: exposingValue(headerList, [...new Set([...names, ...elsewhere])]),
    advice: extendList(headerList, hostOf(url), vital),
  };
}

/** Says where the vital names belong if the answer has a list without them. */
function extendList(headerList: HeaderList, host: string, names: readonly string[]): Sentence | null {
  const header = 'Access-Control-Expose-Headers';
  const sent = (extractTokens(headerList, header) ?? []).filter((token) => token !== '*');
  if (sent.length === 0 || names.length === 0) return null;
  return sentence('exposeExtend', { host, header, value: sent, names });
}

const vitalOf = new WeakMap<JudgedExchange, readonly string[]>();

/** The hidden headers of a call that passed without which a protocol or a client doesn't work; looked up once per state. */
export function hiddenVitalHeaders(row: JudgedExchange): readonly string[] {
  const known = vitalOf.get(row);
  if (known !== undefined) return known;
  const hidden = hiddenHeadersOf(row);
  const vital = hidden?.when === 'always' ? hidden.vital : [];
  vitalOf.set(row, vital);
  return vital;
}
