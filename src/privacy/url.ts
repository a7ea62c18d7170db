import { OMITTED } from './omitted.ts';
import { percentDecoded } from './percent-decoded.ts';
import { isSecretParameter } from './secret-names.ts';

/** Returns the text that replaces the secret value of a header or parameter. */
export type Replacement = (name: string) => string;

export const omitValue: Replacement = () => OMITTED;

/**
 * How deep URLs and parameters may be nested in each other's values. Values that are nested deeper are omitted whole.
 */
export const MAX_DEPTH = 6;

/**
 * Drops a URL's fragment, user name and password.
 * @param url as the browser serializes it; any other text is returned as it is
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
 * Redacts the secret parameters of a URL: in the query, in the path (`;jsessionid=`), and in URLs that are values
 * themselves. Leaves everything else as it is written.
 */
export function redactUrl(url: string, replacement: Replacement = omitValue): string {
  return redactReference(withoutFragmentAndUserinfo(url), replacement, MAX_DEPTH);
}

/** The user name and password before the host of a URL in a text. The URL may lack its scheme. */
const LOGIN = /((?:^|[\s"'<=(,;:])[\\/]{2,})[^\s\\/?#"<>]+@/g;

/** Redacts the user names and passwords in a text's URLs. It stays visible that there was one. */
export function withoutLogins(text: string): string {
  return text.includes('@') ? text.replaceAll(LOGIN, `$1${OMITTED}@`) : text;
}

const REFERENCE = /^((?:[a-z][a-z0-9+.-]*:)?(?:[\\/]{2}[^\\/?#]*)?)([^?#]*)(\?[^#]*)?(#.*)?$/is;

/** Redacts an absolute or relative URL: secret parameters, fragment and login. */
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

/** Redacts a path. Its segments may have parameters, or be encoded URLs. */
function redactPath(path: string, replacement: Replacement, depth: number): string {
  if (!/[;%]/.test(path)) return path;
  return path.replaceAll(/[^/]+/g, (segment) => {
    const [first = '', ...parameters] = segment.split(';');
    const redacted = parameters.map((parameter) => redactParameter(parameter, replacement, depth));
    return [redactBare(first, replacement, depth), ...redacted].join(';');
  });
}

/** Redacts parameters that are separated by `&` or `;`. */
function redactParameters(query: string, replacement: Replacement, depth: number): string {
  return query
    .split('&')
    .map((part) => redactSemicolons(part, replacement, depth))
    .join('&');
}

/** A semicolon may separate parameters or belong to a value. Everything after a secret parameter counts as its value. */
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

/** Redacts a value without a name. Only an encoded one can contain parameters. */
function redactBare(text: string, replacement: Replacement, depth: number): string {
  return percentDecoded(text) === text ? withoutLogins(text) : redactNested(text, replacement, depth);
}

function nameOf(parameter: string): string {
  const equals = parameter.indexOf('=');
  return equals < 0 ? '' : parameter.slice(0, equals);
}

/** A member of a JSON object whose value is a string. */
const MEMBER = /"((?:[^"\\]|\\.)*)"(\s*:\s*)"((?:[^"\\]|\\.)*)"/g;

/** Redacts the values of secret members of JSON in a text. */
export function redactMembers(text: string, replacement: Replacement): string {
  if (!text.includes('"')) return text;
  return text.replaceAll(MEMBER, (whole, name: string, colon: string) =>
    isSecretParameter(name) ? `"${name}"${colon}"${replacement(name)}"` : whole,
  );
}

/**
 * Redacts a value that may be a URL or parameters itself, possibly percent-encoded. It is decoded once, and encoded again
 * only if something was redacted.
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
