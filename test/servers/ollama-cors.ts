/** What gin-contrib/cors 1.7.2 does in Ollama v0.5.5 to v0.5.11, header order and spelling included. */

const HOSTS = ['localhost', '127.0.0.1', '0.0.0.0'] as const;
const LOOPBACK = HOSTS.flatMap((host) => [`http://${host}`, `https://${host}`]);
const PREFIXES = [
  ...LOOPBACK.map((origin) => `${origin}:`),
  'app://',
  'file://',
  'tauri://',
  'vscode-webview://',
];

/** `Access-Control-Allow-Headers` of v0.5.5 to v0.5.11: without `X-Stainless-Timeout`. */
export const ALLOWED_HEADERS = [
  'Authorization',
  'Content-Type',
  'User-Agent',
  'Accept',
  'X-Requested-With',
  'X-Stainless-Lang',
  'X-Stainless-Package-Version',
  'X-Stainless-Os',
  'X-Stainless-Arch',
  'X-Stainless-Retry-Count',
  'X-Stainless-Runtime',
  'X-Stainless-Runtime-Version',
  'X-Stainless-Async',
  'X-Stainless-Helper-Method',
  'X-Stainless-Poll-Helper',
  'X-Stainless-Custom-Poll-Interval',
] as const;

/** What the CORS layer decides before any route is looked at; `headers` as flat name, value, name, value. */
export type CorsDecision =
  | { readonly type: 'forbidden' }
  | { readonly type: 'preflight'; readonly headers: string[] }
  | { readonly type: 'route'; readonly headers: string[] };

/** Decides on one request. Any OPTIONS with an allowed `Origin` counts as a preflight, whatever its path. */
export function decideCors(
  method: string | undefined,
  origin: string | undefined,
  host: string | undefined,
  allowedHeaders: readonly string[] = ALLOWED_HEADERS,
): CorsDecision {
  if (origin === undefined || origin === '') return { type: 'route', headers: [] };
  if (origin === `http://${host}` || origin === `https://${host}`) return { type: 'route', headers: [] };
  if (!isAllowedOrigin(origin)) return { type: 'forbidden' };
  if (method !== 'OPTIONS') {
    return { type: 'route', headers: ['Access-Control-Allow-Origin', origin, 'Vary', 'Origin'] };
  }
  return {
    type: 'preflight',
    headers: [
      ...['Access-Control-Allow-Headers', allowedHeaders.join(',')],
      ...['Access-Control-Allow-Methods', 'GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS'],
      ...['Access-Control-Allow-Origin', origin],
      ...['Access-Control-Max-Age', '43200'],
      ...['Vary', 'Origin'],
      ...['Vary', 'Access-Control-Request-Method'],
      ...['Vary', 'Access-Control-Request-Headers'],
    ],
  };
}

function isAllowedOrigin(origin: string): boolean {
  return LOOPBACK.includes(origin) || PREFIXES.some((prefix) => origin.startsWith(prefix));
}
