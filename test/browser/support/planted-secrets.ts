import { httpAnswer, startRawServer } from '../../servers/raw.ts';
import type { RawRequest } from '../../servers/raw-request.ts';
import { startStaticPage } from '../../servers/static-page.ts';

/** Where a secret was put. */
export type Place = 'header' | 'query' | 'fragment' | 'login';

/** A secret that says where it was put, so that it can be told where it was found again. */
export function planted(place: Place, name: string): string {
  return `PLANTED-${place}-${name.replaceAll(/\W/g, '')}`;
}

/** The secrets in a text, each once, without those that may be there. */
export function secretsIn(text: string, allowed: readonly Place[] = []): readonly string[] {
  const found = new Set(text.match(/PLANTED-\w+-\w+/g) ?? []);
  return [...found].filter((secret) => !allowed.some((place) => secret.startsWith(`PLANTED-${place}-`)));
}

/** Headers that hold secrets which a page may set. */
const REQUEST_HEADERS = [
  'Authorization',
  'X-API-Key',
  'apikey',
  'Api-Key',
  'X-Auth-Token',
  'X-Access-Token',
  'X-CSRF-Token',
  'X-XSRF-TOKEN',
  'X-Goog-Api-Key',
  'X-Amz-Security-Token',
  'PRIVATE-TOKEN',
  'X-Vault-Token',
  'X-Figma-Token',
  'X-MBX-APIKEY',
  'X-JWT',
];

const RESPONSE_HEADERS = [
  'Set-Cookie',
  'Authorization',
  'Proxy-Authorization',
  'X-CSRF-Token',
  'X-Auth-Token',
  'X-Amzn-Oidc-Accesstoken',
  'X-Hub-Signature-256',
];

const PARAMETERS = [
  'api_key',
  'apikey',
  'key',
  'token',
  'access_token',
  'Refresh-Token',
  'id_token',
  'code',
  'client_secret',
  'password',
  'sig',
  'signature',
  'X-Amz-Signature',
  'X-Amz-Security-Token',
  'session',
  'user[password]',
  '%61uth',
  'new_password',
  'bot_token',
  'next=%2Fcb%3Fcode',
  'a=1;token',
];

/** A query with a secret in each parameter that is named like one, and another. */
function secretQuery(): string {
  return `?page=2&${PARAMETERS.map((name) => `${name}=${planted('query', name)}`).join('&')}`;
}

/** What the page sends: a header with a secret for each name. */
export function secretHeaders(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    REQUEST_HEADERS.map((name) => [name, `Bearer ${planted('header', `sent-${name}`)}`]),
  );
}

/** No secret, though it stands beside them. */
export const CHALLENGE = 'Bearer realm="known-to-all"';

/**
 * A server whose every answer holds secrets. `/blocked` allows none of the headers, `/sent` all of them but no page,
 * `/no-options` knows no OPTIONS, `/away` redirects to `/sent` and `/login` to a URL with a login, `/elsewhere` to
 * another origin.
 */
function answerWithSecrets({ path, headers, isPreflight }: RawRequest, elsewhere: string): string {
  const origin = ['Access-Control-Allow-Origin', headers.get('origin') ?? '*'] as const;
  const credentials = ['Access-Control-Allow-Credentials', 'true'] as const;
  const names = [
    'Access-Control-Allow-Headers',
    headers.get('access-control-request-headers') ?? '',
  ] as const;
  const secrets = [
    ...RESPONSE_HEADERS.map((name) => [name, `${name}=${planted('header', `received-${name}`)}`] as const),
    ['WWW-Authenticate', CHALLENGE] as const,
    ['WWW-Authenticate', `Negotiate ${planted('header', 'negotiate')}`] as const,
    [
      'Refresh',
      `99;url=/next?token=${planted('query', 'refresh')}#${planted('fragment', 'refresh')}`,
    ] as const,
    ['X-Original-URL', `/login;jsessionid=${planted('query', 'path')}`] as const,
    ['Link', `<https://a.test/?page=2&token=${planted('query', 'link')}>; rel="next"`] as const,
    ['Content-Location', `/here${secretQuery()}#${planted('fragment', 'here')}`] as const,
    ['Content-Security-Policy', `report-uri https://${planted('login', 'policy')}@errors.test/1`] as const,
  ];
  const to = (location: string) => httpAnswer(302, [origin, credentials, ['Location', location], ...secrets]);
  const target = `/sent${secretQuery()}#access_token=${planted('fragment', 'location')}`;
  const login = `http://user:${planted('login', 'location')}@${headers.get('host')}/sent`;
  const passes = httpAnswer(204, [
    origin,
    credentials,
    names,
    ['Access-Control-Allow-Methods', '*'],
    ...secrets,
  ]);
  switch (path.split('?')[0]) {
    case '/away':
      return to(target);
    case '/login':
      return to(login);
    case '/elsewhere':
      return to(`${elsewhere}${target}`);
    case '/no-options':
      return isPreflight ? httpAnswer(405, secrets) : httpAnswer(200, secrets);
    case '/sent':
      return isPreflight ? passes : httpAnswer(200, secrets);
    default:
      return httpAnswer(isPreflight ? 204 : 200, [origin, ...secrets]);
  }
}

/** A page on `localhost` whose own URL holds secrets, for its Referer, and whose own lines of code make the calls. */
const SECRET_PAGE = `<!doctype html><title>A page</title><link rel="icon" href="data:,"><script>
function callAll(urls, init) {
  return Promise.all(urls.map((url) => fetch(url, init).catch(() => {}))).then(() => {});
}
function callWithLogin(url, password) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.onloadend = resolve;
    request.open('GET', url, true, 'user', password);
    request.send();
  });
}
</script>`;

/** Starts the page with secrets, and the servers that it calls. @param started waits for each, and closes it at the end */
export async function startSecretSite(
  started: <T extends { close(): Promise<unknown> }>(starting: Promise<T>) => Promise<T>,
) {
  const other = await started(startRawServer((request) => answerWithSecrets(request, '')));
  const api = await started(startRawServer((request) => answerWithSecrets(request, other.origin)));
  const { origin } = await started(startStaticPage(new Map([['/index.html', SECRET_PAGE]])));
  const url = `${origin}/?token=${planted('query', 'page')}#access_token=${planted('fragment', 'page')}`;
  return { origin, url, api, other };
}

/** What the page calls of a server. */
export function secretUrls(origin: string): readonly string[] {
  return ['/blocked', '/sent', '/no-options', '/away', '/login', '/elsewhere'].map(
    (path) => `${origin}${path}${secretQuery()}#${planted('fragment', 'call')}`,
  );
}
