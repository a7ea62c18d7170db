import type { HeaderList } from '../cors/index.ts';

export const REDACTED = '…';

/** Headers that hold secrets by standard or by custom: a closed list. */
const SECRET_HEADERS = new Set([
  'api-key',
  'apikey',
  'authorization',
  'cookie',
  'ocp-apim-subscription-key',
  'private-token',
  'proxy-authorization',
  'set-cookie',
  'x-access-token',
  'x-amz-security-token',
  'x-api-key',
  'x-apikey',
  'x-auth-key',
  'x-auth-token',
  'x-client-secret',
  'x-csrf-token',
  'x-csrftoken',
  'x-functions-key',
  'x-goog-api-key',
  'x-session-id',
  'x-session-token',
  'x-shopify-access-token',
  'x-vault-token',
  'x-xsrf-token',
]);

export function isSecretHeader(name: string): boolean {
  return SECRET_HEADERS.has(name.toLowerCase());
}

/** The list with the values of secret headers cut; their names stay. */
export function redactHeaderList(list: HeaderList): HeaderList {
  return list.map(([name, value]) => [name, isSecretHeader(name) ? REDACTED : value] as const);
}

/** Headers that hold a URL, which may hold a secret. */
const URL_HEADERS = new Set(['location', 'referer', 'content-location']);

/** The list with secrets cut from all values, those that are URLs included: fit to be given away. */
export function redactValues(list: HeaderList): HeaderList {
  return redactHeaderList(list).map(([name, value]) => {
    return [name, URL_HEADERS.has(name.toLowerCase()) ? redactUrl(value) : value] as const;
  });
}

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

/** Query parameters that hold secrets by custom: a closed list, compared in any case and without `-` and `_`. */
const SECRET_PARAMETERS = new Set([
  'accesskey',
  'accesstoken',
  'apikey',
  'apisecret',
  'apitoken',
  'auth',
  'authorization',
  'authtoken',
  'bearer',
  'clientsecret',
  'code',
  'credential',
  'credentials',
  'idtoken',
  'jwt',
  'key',
  'pass',
  'passwd',
  'password',
  'privatekey',
  'pwd',
  'refreshtoken',
  'secret',
  'secretkey',
  'session',
  'sessionid',
  'sessiontoken',
  'sid',
  'sig',
  'signature',
  'subscriptionkey',
  'token',
  'xamzcredential',
  'xamzsecuritytoken',
  'xamzsignature',
  'xgoogcredential',
  'xgoogsignature',
]);

/**
 * The URL with the values of query parameters named like secrets cut; all else stays as it was written.
 * @param standIn what stands for the value of the parameter of that name
 */
export function redactUrl(url: string, standIn: (name: string) => string = () => REDACTED): string {
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
  const plain = decode(name).toLowerCase().replaceAll(/[-_]/g, '');
  return SECRET_PARAMETERS.has(plain) ? `${name}=${standIn(name)}` : parameter;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % is legal in a query; the name then means what it says.
    return text;
  }
}
