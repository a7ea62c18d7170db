import type { HeaderList } from '../cors/index.ts';
import { OMITTED } from '../privacy/index.ts';
import {
  MAX_HEADER_LIST_CHARS,
  MAX_HEADER_VALUE_CHARS,
  MAX_HEADERS,
  MAX_PARAMETER_NAME_CHARS,
  MAX_URL_CHARS,
  URL_END_CHARS,
} from './limits.ts';

/** Cuts a text to `length` characters, and marks the cut. */
export function truncate(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}${OMITTED}`;
}

/** Cuts the middle out of a URL that is longer than anybody can read. Any other is returned as it is. */
export function truncateUrl(url: string): string {
  if (url.length <= MAX_URL_CHARS) return url;
  const start = url.slice(0, MAX_URL_CHARS - URL_END_CHARS);
  const end = url.slice(-URL_END_CHARS);
  return `${start}${OMITTED}${withName(end, url.slice(start.length, -URL_END_CHARS))}`;
}

/**
 * Puts the parameter's name before the end of a URL, if the cut is inside that parameter: redaction knows secret values
 * by
 * the names of their parameters. Leaves the value out if the name is too long.
 * @param before the part of the URL that is cut out
 */
function withName(end: string, before: string): string {
  const at = Math.max(...['?', '&', ';'].map((mark) => before.lastIndexOf(mark)));
  // The name is in the beginning of the URL, which is kept.
  if (at < 0) return end;
  const parameter = before.slice(at);
  const equals = parameter.indexOf('=');
  const name = equals < 0 ? parameter : parameter.slice(0, equals + 1);
  if (name.length > MAX_PARAMETER_NAME_CHARS) return end.replace(/^[^&;]*/, '');
  return equals < 0 ? name + end : name + OMITTED + end;
}

/** True for a URL that was cut. Nothing can be sent to such a URL again. */
export function isTruncatedUrl(url: string): boolean {
  return url.includes(OMITTED);
}

/** Headers that checks read. They are always kept whole: Chrome accepts at most 256 KB of headers. */
const JUDGED = /^(?:access-control-.+|origin|sec-fetch-.+)$/i;

/** Cuts a header list that is longer than any real one to what fits, and appends how many headers are missing. */
export function truncateHeaderList(list: HeaderList): HeaderList {
  let room = MAX_HEADER_LIST_CHARS;
  const kept = list.flatMap(([name, value], index): HeaderList => {
    if (JUDGED.test(name)) return [[name, value]];
    const short = truncate(value, MAX_HEADER_VALUE_CHARS);
    room -= name.length + short.length;
    return room < 0 || index >= MAX_HEADERS ? [] : [[name.slice(0, MAX_HEADER_VALUE_CHARS), short]];
  });
  return kept.length === list.length ? kept : [...kept, [OMITTED, `${list.length - kept.length}`]];
}
