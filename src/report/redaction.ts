import type { HeaderList } from '../cors/index.ts';
import { CUT } from '../exchange/index.ts';
import { isSecretHeader, isSecretParameter } from './secret-names.ts';

/** Headers that hold a URL, which may hold a secret. */
const URL_HEADERS = new Set(['location', 'referer', 'content-location']);

/**
 * The list as it may be kept: the values of secret headers are cut, their names stay; of URLs in values, what only the
 * client or a login knows.
 */
export function redactHeaderList(list: HeaderList): HeaderList {
  return list.map(([name, value]) => {
    if (isSecretHeader(name)) return [name, CUT] as const;
    const plain = value.includes('@') ? value.replaceAll(LOGIN, `$1${CUT}@`) : value;
    return [name, URL_HEADERS.has(name.toLowerCase()) ? withoutClientParts(plain) : plain] as const;
  });
}

/** What stands before the host of a URL that is a part of a text. */
const LOGIN = /(\bhttps?:\/\/)[^\s/?#@"'<>]*@/gi;

/** A URL, be it relative, without its fragment, and without a login; that there was one stays visible, and stays a fault. */
function withoutClientParts(reference: string): string {
  const hash = reference.indexOf('#');
  const bare = hash < 0 ? reference : `${reference.slice(0, hash)}#${CUT}`;
  // What is marked already stays as it was written.
  if (!bare.includes('@') || bare.includes(`//${CUT}@`)) return bare;
  const parsed = URL.parse(bare, ANY_BASE);
  if (parsed === null || parsed.username + parsed.password === '') return bare;
  parsed.username = CUT;
  parsed.password = '';
  const { protocol, href } = parsed;
  return bare.trimStart().startsWith('//') ? href.slice(protocol.length) : href;
}

const ANY_BASE = 'http://base.invalid';

/** The list with secrets cut from all values, those in URLs included: fit to be given away. */
export function redactValues(list: HeaderList): HeaderList {
  return redactHeaderList(list).map(([name, value]) => [name, redactUrls(name, value)] as const);
}

/** A header's value with the secrets in its URLs cut. */
export function redactUrls(name: string, value: string, standIn?: (name: string) => string): string {
  if (URL_HEADERS.has(name.toLowerCase())) return redactUrl(value, standIn);
  return value.includes('?') ? value.replaceAll(URL_IN_TEXT, (url) => redactUrl(url, standIn)) : value;
}

const URL_IN_TEXT = /\bhttps?:\/\/[^\s"'<>,;]+/gi;

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
 * The URL with the values of query parameters named like secrets cut; all else stays as it was written.
 * @param standIn what stands for the value of the parameter of that name
 */
export function redactUrl(url: string, standIn: (name: string) => string = () => CUT): string {
  const bare = withoutFragmentAndUserinfo(url);
  const queryStart = bare.indexOf('?');
  if (queryStart < 0) return bare;
  const parameters = bare.slice(queryStart + 1).split('&');
  return (
    bare.slice(0, queryStart + 1) +
    parameters.map((parameter) => redactParameter(parameter, standIn)).join('&')
  );
}

function redactParameter(parameter: string, standIn: (name: string) => string): string {
  const equals = parameter.indexOf('=');
  if (equals < 0) return parameter;
  const name = parameter.slice(0, equals);
  return isSecretParameter(name) ? `${name}=${standIn(name)}` : parameter;
}
