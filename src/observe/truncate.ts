import type { HeaderList } from '../cors/index.ts';
import { CUT } from '../privacy/index.ts';

/** As much of a text as may be kept, marked where something is missing. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}${CUT}`;
}

/** Characters of a URL that are kept: more than most servers take. Its beginning and its end tell it from others. */
const URL_LENGTH = 16_000;
const URL_END = 1_000;
/** Characters of one header's value that are kept, and of all headers of a message together. */
const VALUE_LENGTH = 65_536;
const LIST_LENGTH = 131_072;
const MOST_HEADERS = 1_000;

/** The URL as it is kept: whole, unless it is longer than anybody can read. */
export function truncateUrl(url: string): string {
  if (url.length <= URL_LENGTH) return url;
  const start = url.slice(0, URL_LENGTH - URL_END);
  const end = url.slice(-URL_END);
  return `${start}${CUT}${withName(end, url.slice(start.length, -URL_END))}`;
}

/** Characters of a parameter's name that are kept. */
const NAME_LENGTH = 200;

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
  if (name.length > NAME_LENGTH) return end.replace(/^[^&;]*/, '');
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
  let room = LIST_LENGTH;
  const kept = list.flatMap(([name, value], index): HeaderList => {
    if (JUDGED.test(name)) return [[name, value]];
    const short = cut(value, VALUE_LENGTH);
    room -= name.length + short.length;
    return room < 0 || index >= MOST_HEADERS ? [] : [[name.slice(0, VALUE_LENGTH), short]];
  });
  return kept.length === list.length ? kept : [...kept, [CUT, `${list.length - kept.length}`]];
}
