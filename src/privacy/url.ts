import { OMITTED } from './omitted.ts';
import { percentDecoded } from './percent-decoded.ts';
import { isSecretParameter } from './secret-names.ts';

/** What stands for the value of the parameter of that name. */
export type Replacement = (name: string) => string;

export const omitValue: Replacement = () => OMITTED;

/**
 * How many URLs and lists of parameters may be nested in each other's values. What is nested deeper is cut whole.
 */
export const MAX_DEPTH = 6;

/**
 * The URL as a request is sent to it, without what only the client or a login knows.
 * @param url as a browser gives it; anything else comes back as it is
 */
export function withoutFragmentAndUserinfo(url: string): string {
  if (!url.includes('#') && !url.includes('@')) return url;
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}

/**
 * The URL with the values of parameters named like secrets cut, in the query, in path parameters (`;jsessionid=`), and
 * in URLs that are values themselves. All else stays as it was written.
 */
export function redactUrl(url: string, replacement: Replacement = omitValue): string {
  return redactReference(withoutFragmentAndUserinfo(url), replacement, MAX_DEPTH);
}

/** What stands before the host of a URL, be it a part of a text or without a scheme. */
const LOGIN = /((?:^|[\s"'<=(,;:])[\\/]{2,})[^\s\\/?#"<>]+@/g;

/** The text without the user names and passwords in its URLs; that there was one stays visible. */
export function withoutLogins(text: string): string {
  return text.includes('@') ? text.replaceAll(LOGIN, `$1${OMITTED}@`) : text;
}

const REFERENCE = /^((?:[a-z][a-z0-9+.-]*:)?(?:[\\/]{2}[^\\/?#]*)?)([^?#]*)(\?[^#]*)?(#.*)?$/is;

/** An absolute or relative URL without its secrets: those of parameters, its fragment, and its login. */
export function redactReference(reference: string, replacement: Replacement, depth: number): string {
  const [, start = '', path = '', query = '', fragment = ''] = REFERENCE.exec(reference) ?? [];
  const redacted = [
    withoutLogins(start),
    redactPath(path, replacement, depth),
    query === '' ? '' : `?${redactParameters(query.slice(1), replacement, depth)}`,
    fragment.length > 1 ? `#${OMITTED}` : fragment,
  ];
  return redacted.join('');
}

/** A segment of a path may have parameters, or be a URL itself. */
function redactPath(path: string, replacement: Replacement, depth: number): string {
  if (!/[;%]/.test(path)) return path;
  return path.replaceAll(/[^/]+/g, (segment) => {
    const [first = '', ...parameters] = segment.split(';');
    const redacted = parameters.map((parameter) => redactParameter(parameter, replacement, depth));
    return [redactBare(first, replacement, depth), ...redacted].join(';');
  });
}

/** A query, or what looks like one: parameters parted by `&`, or by `;`. */
function redactParameters(query: string, replacement: Replacement, depth: number): string {
  return query
    .split('&')
    .map((part) => redactSemicolons(part, replacement, depth))
    .join('&');
}

/** A semicolon may part parameters or belong to a value: what follows a secret is taken for a part of it. */
function redactSemicolons(part: string, replacement: Replacement, depth: number): string {
  const parameters = part.split(/;(?=[^;=]*=)/);
  const secret = parameters.findIndex((parameter) => isSecretParameter(nameOf(parameter)));
  const shown = secret < 0 ? parameters : parameters.slice(0, secret + 1);
  return shown.map((parameter) => redactParameter(parameter, replacement, depth)).join(';');
}

function redactParameter(parameter: string, replacement: Replacement, depth: number): string {
  const equals = parameter.indexOf('=');
  if (equals < 0) return redactBare(parameter, replacement, depth);
  const [name, value] = [parameter.slice(0, equals), parameter.slice(equals + 1)];
  if (isSecretParameter(name)) return `${name}=${replacement(name)}`;
  return `${name}=${redactNested(value, replacement, depth)}`;
}

/** What has no name: only where it is encoded can parameters be hidden in it. */
function redactBare(text: string, replacement: Replacement, depth: number): string {
  return percentDecoded(text) === text ? withoutLogins(text) : redactNested(text, replacement, depth);
}

function nameOf(parameter: string): string {
  const equals = parameter.indexOf('=');
  return equals < 0 ? '' : parameter.slice(0, equals);
}

/** JSON's members with a text for a value, which may itself be a part of a text. */
const MEMBER = /"((?:[^"\\]|\\.)*)"(\s*:\s*)"((?:[^"\\]|\\.)*)"/g;

/** The text with the values of JSON members named like secrets cut. */
export function redactMembers(text: string, replacement: Replacement): string {
  if (!text.includes('"')) return text;
  return text.replaceAll(MEMBER, (whole, name: string, colon: string) =>
    isSecretParameter(name) ? `"${name}"${colon}"${replacement(name)}"` : whole,
  );
}

/**
 * A value that may be a URL, or parameters, itself, perhaps percent-encoded: decoded once, and encoded anew where a
 * secret was cut.
 */
export function redactNested(value: string, replacement: Replacement, depth: number): string {
  const decoded = percentDecoded(value);
  if (decoded === value && !/[=@#"]/.test(value)) return value;
  if (depth === 0) return OMITTED;
  const redacted = redactDecoded(decoded, replacement, depth - 1);
  if (redacted === decoded) return value;
  return decoded === value ? redacted : encoded(redacted);
}

function redactDecoded(decoded: string, replacement: Replacement, depth: number): string {
  const text = redactMembers(decoded, replacement);
  const isReference = /^(?:[a-z][a-z0-9+.-]*:|[\\/.?#;])/i.test(text) || text.includes('?');
  return isReference ? redactReference(text, replacement, depth) : redactParameters(text, replacement, depth);
}

function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd')).replaceAll(
    encodeURIComponent(OMITTED),
    OMITTED,
  );
}
