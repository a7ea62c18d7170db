import type { Fingerprint } from '../fingerprint.ts';

const ALWAYS_LISTED = 'Authorization,Content-Type,User-Agent,Accept,X-Requested-With';
const OPENAI = 'X-Stainless-Lang,X-Stainless-Package-Version,X-Stainless-Os,X-Stainless-Arch';
const RUNTIME = 'X-Stainless-Runtime,X-Stainless-Runtime-Version,X-Stainless-Async';
const POLLING = 'X-Stainless-Helper-Method,X-Stainless-Poll-Helper,X-Stainless-Custom-Poll-Interval';

/**
 * The complete `Access-Control-Allow-Headers`, which changes only with a release: no setting changes it.
 * @see https://github.com/ollama/ollama/blob/main/server/routes.go
 */
const LISTS_BY_RELEASE: readonly (readonly [releases: string, list: string])[] = [
  ['v0.3.14–v0.4.4', `${ALWAYS_LISTED},${OPENAI},${RUNTIME}`],
  ['v0.4.5–v0.5.4', `${ALWAYS_LISTED},${OPENAI},X-Stainless-Retry-Count,${RUNTIME}`],
  ['v0.5.5–v0.5.11', `${ALWAYS_LISTED},${OPENAI},X-Stainless-Retry-Count,${RUNTIME},${POLLING}`],
  [
    'v0.5.12–v0.6.5',
    `${ALWAYS_LISTED},${OPENAI},X-Stainless-Retry-Count,${RUNTIME},${POLLING},X-Stainless-Timeout`,
  ],
];

/**
 * Since v0.6.6 `OpenAI-Beta` follows the headers that were always listed. Later lists are likely to begin in the same
 * way.
 */
const SINCE_OPENAI_BETA = new RegExp(`^${ALWAYS_LISTED},Openai-Beta,X-Stainless-`);

export const fingerprints: readonly Fingerprint[] = [
  ...LISTS_BY_RELEASE.map(([releases, list]) => byAllowedHeaders(new RegExp(`^${list}$`), releases)),
  byAllowedHeaders(SINCE_OPENAI_BETA, 'v0.6.6 or later'),
  // An origin that it doesn't know, at its port, or at paths that only it has.
  {
    certainty: 'likely',
    cors: 'refused',
    status: [403],
    url: /^https?:\/\/[^/]+(?::11434\/(?:api|v1)\/|\/api\/(?:chat|embed|generate|ps|pull|show|tags)$)/,
    headers: { 'access-control-allow-origin': false, 'access-control-allow-methods': false },
    contentLength: () => 0,
  },
];

function byAllowedHeaders(list: RegExp, releases: string): Fingerprint {
  return {
    certainty: 'sure',
    releases,
    to: 'preflight',
    status: [204],
    headers: { 'access-control-allow-headers': list },
  };
}
