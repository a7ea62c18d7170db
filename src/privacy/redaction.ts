import type { HeaderList } from '../cors/index.ts';
import { CHALLENGE_HEADER, redactChallenges } from './challenge.ts';
import { OMITTED } from './omitted.ts';
import { isSecretHeader, isSecretParameter } from './secret-names.ts';
import {
  MAX_DEPTH,
  omitValue,
  type Replacement,
  redactMembers,
  redactNested,
  redactReference,
  withoutLogins,
} from './url.ts';

/**
 * There are two levels. Stored exchanges have no values of secret headers, no logins and no fragments. They keep whole
 * queries, because a preflight is sent again to the same URL and the override of a redirect compares it. Whatever leaves
 * the extension has no values of secret parameters either.
 */

/** Headers whose whole value is an absolute or relative URL. */
const URL_HEADER = /(?:^|-)(?:location|referr?er|refresh|redirect|ur[il])$/i;

/** Headers that the CORS checks read. Only secrets in absolute URLs are redacted in them. */
const JUDGED_HEADER = /^access-control-/i;

/** Redacts a header list before it is stored: values of secret headers, logins and fragments. All names stay. */
export function redactHeaderList(list: HeaderList): HeaderList {
  return list.map(([name, value]) => [name, keptValue(name, value)] as const);
}

function keptValue(name: string, value: string): string {
  if (/^set-cookie$/i.test(name)) return withoutCookie(value);
  if (isSecretHeader(name)) return OMITTED;
  if (CHALLENGE_HEADER.test(name)) return withoutClientParts(redactChallenges(value));
  if (URL_HEADER.test(name)) return urlWithoutClientParts(value);
  return JUDGED_HEADER.test(name) ? withoutClientParts(value, ABSOLUTE) : withoutClientParts(value);
}

/** Leaves nothing of a cookie but the attributes that say which calls it comes with. */
function withoutCookie(value: string): string {
  const [, ...attributes] = value.split(';').map((part) => part.trim());
  return [OMITTED, ...attributes.filter((attribute) => COOKIE_ATTRIBUTE.test(attribute))].join('; ');
}

const COOKIE_ATTRIBUTE = /^(?:SameSite=(?:Strict|Lax|None)|Secure|HttpOnly|Partitioned)$/i;

/** The beginning of an absolute URL in a text. */
const ABSOLUTE = /(?:^|[^a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\//i;
const ANY_URL = new RegExp(`${ABSOLUTE.source}|(?:^|[=,;'(])(?:\\.{0,2}/|\\?)`, 'i');

/** Redacts the logins and fragments of all URLs in a text. @param beginning what a URL begins with */
function withoutClientParts(text: string, beginning = ANY_URL): string {
  const plain = withoutLogins(text);
  if (!plain.includes('#')) return plain;
  return plain.replaceAll(/[^\s"<>]+/g, (word) => {
    const hash = word.indexOf('#');
    if (hash < 0 || !beginning.test(word.slice(0, hash))) return word;
    const quote = word.endsWith("'") ? "'" : '';
    return `${word.slice(0, hash)}#${OMITTED}${quote}`;
  });
}

/** Redacts a URL's fragment and login. A redacted login stays visible, because a redirect to a URL with a login is blocked. */
function urlWithoutClientParts(reference: string): string {
  const plain = withoutLogins(reference);
  const hash = plain.indexOf('#');
  const bare = hash < 0 ? plain : `${plain.slice(0, hash)}#${OMITTED}`;
  // A login that is redacted already stays, so that the URL isn't rewritten.
  if (!bare.includes('@') || bare.includes(`${OMITTED}@`)) return bare;
  const parsed = URL.parse(bare) ?? URL.parse(bare, ANY_BASE);
  if (parsed === null || parsed.username + parsed.password === '') return bare;
  parsed.username = OMITTED;
  parsed.password = '';
  return parsed.href;
}

const ANY_BASE = 'http://base.invalid';

/** Redacts a header list that leaves the extension: all secrets, those in URLs included. */
export function redactValues(list: HeaderList): HeaderList {
  return list.map(([name, value]) => [name, redactValue(name, value)] as const);
}

/** Redacts a header's value that leaves the extension. @param replacement what stands for the secrets */
export function redactValue(name: string, value: string, replacement: Replacement = omitValue): string {
  if (value === OMITTED || isSecretHeader(name)) return replacement(name);
  const kept = keptValue(name, value);
  if (URL_HEADER.test(name) && !/^refresh$/i.test(name)) return redactReference(kept, replacement, MAX_DEPTH);
  if (JUDGED_HEADER.test(name)) {
    return kept.replaceAll(URL_IN_TEXT, (url) => redactReference(url, replacement, MAX_DEPTH));
  }
  return redactPairs(kept, replacement);
}

const URL_IN_TEXT = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"<>]+/gi;

/** Redacts logins, fragments and secret parameters in a text that leaves the extension. */
export function redactText(text: string): string {
  return redactPairs(withoutClientParts(text), omitValue);
}

/** `name=value` in a URL, a list of parameters, or quotation marks. */
const PAIR =
  /(?<=^|[\s=?&;#,"'<>(){}|])([^\s=?&;#,"'<>(){}|]+)=("(?:[^"\\]|\\.)*"|(?:[^\s&;#"'<>]|'(?![\s,;)]|$)|;(?![^\s;=&"<>#]*(?:=|[\s"<>]|$)))*)/g;

function redactPairs(text: string, replacement: Replacement): string {
  if (!/[=:]/.test(text)) return text;
  return redactMembers(text, replacement).replaceAll(PAIR, (whole, name: string, value: string) => {
    const quote = value.startsWith('"') ? '"' : '';
    const inner = quote === '' ? value : value.slice(1, -1);
    if (isSecretParameter(name)) return `${name}=${quote}${replacement(name)}${quote}`;
    const redacted = redactNested(inner, replacement, MAX_DEPTH);
    return redacted === inner ? whole : `${name}=${quote}${redacted}${quote}`;
  });
}
