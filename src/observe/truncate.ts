import type { HeaderList } from '../cors/index.ts';
import { CUT } from '../privacy/index.ts';
import {
  MAX_HEADER_LIST_CHARS,
  MAX_HEADER_VALUE_CHARS,
  MAX_HEADERS,
  MAX_PARAMETER_NAME_CHARS,
  MAX_URL_CHARS,
  URL_END_CHARS,
} from './limits.ts';

/** As much of a text as may be kept, marked where something is missing. */
export function truncate(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}${CUT}`;
}

/** The URL as it is kept: whole, unless it is longer than anybody can read. */
export function truncateUrl(url: string): string {
  if (url.length <= MAX_URL_CHARS) return url;
  const start = url.slice(0, MAX_URL_CHARS - URL_END_CHARS);
  const end = url.slice(-URL_END_CHARS);
  return `${start}${CUT}${withName(end, url.slice(start.length, -URL_END_CHARS))}`;
}

/**
 * The end of a URL, with the name of the parameter that it begins in, where that name is in the part `before` it, which
 * isn't kept: by its name a value is known to be a secret. Where the name is too long, the value is left out.
 */
function withName(end: string, before: string): string {
  const at = Math.max(...['?', '&', ';'].map((mark) => before.lastIndexOf(mark)));
  // Then the name is in the beginning, which is kept.
  if (at < 0) return end;
  const parameter = before.slice(at);
  const equals = parameter.indexOf('=');
  const name = equals < 0 ? parameter : parameter.slice(0, equals + 1);
  if (name.length > MAX_PARAMETER_NAME_CHARS) return end.replace(/^[^&;]*/, '');
  return equals < 0 ? name + end : name + CUT + end;
}

/** Whether it's not the whole URL, so that nothing can be sent to it again. */
export function isTruncatedUrl(url: string): boolean {
  return url.includes(CUT);
}

/** What a message is judged by is always kept: of that, no message holds more than the 256 KB that Chrome takes. */
const JUDGED = /^(?:access-control-.+|origin|sec-fetch-.+)$/i;

/** The header list as it is kept: of one that is longer than any real one, as much as fits, and how many are missing. */
export function truncateHeaderList(list: HeaderList): HeaderList {
  let room = MAX_HEADER_LIST_CHARS;
  const kept = list.flatMap(([name, value], index): HeaderList => {
    if (JUDGED.test(name)) return [[name, value]];
    const short = truncate(value, MAX_HEADER_VALUE_CHARS);
    room -= name.length + short.length;
    return room < 0 || index >= MAX_HEADERS ? [] : [[name.slice(0, MAX_HEADER_VALUE_CHARS), short]];
  });
  return kept.length === list.length ? kept : [...kept, [CUT, `${list.length - kept.length}`]];
}
