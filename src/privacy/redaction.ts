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
 * Two levels. What is kept in the session's memory has no secret headers, logins and fragments, but whole queries: the
 * preflight is asked again at the same URL, and overrides of redirects go by it. What is given away has none of them.
 */

/** Headers whose whole value is a URL, be it relative. */
const URL_HEADER = /(?:^|-)(?:location|referr?er|refresh|redirect|ur[il])$/i;

/** What CORS is judged by: whole but for secrets in absolute URLs. */
const JUDGED_HEADER = /^access-control-/i;

/** The list as it may be kept: the values of secret headers are cut, their names stay, and so does all that isn't secret. */
export function redactHeaderList(list: HeaderList): HeaderList {
  return list.map(([name, value]) => [name, keptValue(name, value)] as const);
}

function keptValue(name: string, value: string): string {
  if (isSecretHeader(name)) return OMITTED;
  if (CHALLENGE_HEADER.test(name)) return withoutClientParts(redactChallenges(value));
  if (URL_HEADER.test(name)) return urlWithoutClientParts(value);
  return JUDGED_HEADER.test(name) ? withoutClientParts(value, ABSOLUTE) : withoutClientParts(value);
}

/** What begins a URL in a text. */
const ABSOLUTE = /(?:^|[^a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\//i;
const ANY_URL = new RegExp(`${ABSOLUTE.source}|(?:^|[=,;'(])(?:\\.{0,2}/|\\?)`, 'i');

/** The text without logins, and without the fragments of its URLs. */
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

/** A URL, be it relative, without its fragment, and without a login; that there was one stays visible, and stays a fault. */
function urlWithoutClientParts(reference: string): string {
  const plain = withoutLogins(reference);
  const hash = plain.indexOf('#');
  const bare = hash < 0 ? plain : `${plain.slice(0, hash)}#${OMITTED}`;
  // What is marked already stays as it was written.
  if (!bare.includes('@') || bare.includes(`${OMITTED}@`)) return bare;
  const parsed = URL.parse(bare) ?? URL.parse(bare, ANY_BASE);
  if (parsed === null || parsed.username + parsed.password === '') return bare;
  parsed.username = OMITTED;
  parsed.password = '';
  return parsed.href;
}

const ANY_BASE = 'http://base.invalid';

/** The list with secrets cut from all values, those in URLs included: fit to be given away. */
export function redactValues(list: HeaderList): HeaderList {
  return list.map(([name, value]) => [name, redactValue(name, value)] as const);
}

/** A header's value fit to be given away. */
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

/** Text with values from the network, fit to be given away: logins, fragments and secret parameters are cut. */
export function redactText(text: string): string {
  return redactPairs(withoutClientParts(text), omitValue);
}

/** `name=value`, in whatever stands around it: a URL, a list of parameters, or a quotation. */
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
