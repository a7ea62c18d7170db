import { describe, expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import type { Exchange, Outcome } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { unsafeRequestHeaderNames } from '../../src/cors/request-headers.ts';
import { COMPLETED, FAILED, sampleExchange } from '../cors/sample-exchange.ts';
import data from './reports.json' with { type: 'json' };
import { saidOf } from './say.ts';

/** A public report of a call that failed: what was asked and answered. */
type Report = (typeof data)[number];

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  'workadventure-null-origin-lna': {
    type: 'error',
    error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS',
  },
  'coep-blocks-stylesheet': {
    type: 'error',
    error: 'net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep',
  },
  'nelmio-hides-tus-offset': COMPLETED,
};

function lines(list: readonly (readonly string[])[]): HeaderList {
  return list.map(([name = '', value = '']) => [name, value] as const);
}

function exchangeOf({ id, origin, url, method, requestHeaders, preflight, response }: Report): Exchange {
  const asked = lines(requestHeaders);
  const names = unsafeRequestHeaderNames(asked, CHROME).map((name) => name.toLowerCase());
  const question: HeaderList = [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
    ...(names.length === 0 ? [] : [['Access-Control-Request-Headers', names.join(',')] as const]),
  ];
  const outcome = OUTCOMES[id] ?? FAILED;
  return sampleExchange(
    {
      url,
      method,
      preflight:
        preflight === null
          ? null
          : {
              requestHeaders: question,
              response: { status: preflight.status, headerList: lines(preflight.headerList) },
              error: null,
            },
      requestHeaders: response === null || outcome.type === 'pending' ? null : [['Origin', origin], ...asked],
      response:
        response === null ? null : { status: response.status, headerList: lines(response.headerList) },
    },
    { origin, outcome },
  );
}

const byId = new Map(data.map((report) => [report.id, report]));

function report(id: string): Exchange {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`No report ${id}.`);
  return exchangeOf(found);
}

/** The SDK asks once more without the header that made Chrome send a preflight. */
function simpleRetry(exchange: Exchange): Exchange {
  const [hop] = exchange.hops;
  const response = hop.preflight?.response ?? null;
  return { ...exchange, id: '2', hops: [{ ...hop, preflight: null, requestHeaders: [], response }] };
}

/** What has to be said of each report, and what would be wrong to say. */
const EXPECTED: readonly (readonly [
  id: string,
  cause: string | null,
  said: readonly RegExp[],
  wrong: readonly RegExp[],
])[] = [
  [
    'vercel-deployment-protection-401',
    'preflight-login',
    [/login check stands before CORS/, /Deployment Protection/, /never got the preflight/],
    [/token/i, /log in (?:to|again)/i, /Access-Control-Allow-Headers/, /origins that/],
  ],
  [
    'ngrok-interstitial-after-good-preflight',
    'response-without-cors',
    [/ngrok's warning page/, /ERR_NGROK_6024/, /page: Have the page send .*ngrok-skip-browser-warning/],
    [/crash/i, /origin .* not allowed/i, /Access-Control-Allow-Methods/, /Set up CORS/],
  ],
  [
    'hass-n8n-proxy-rewrites-origin',
    'origin-not-allowed',
    [
      /http:\/\/192\.168\.40\.1, its own address/,
      /proxy_set_header Origin/,
      /In the app nothing has to change/,
    ],
    [/Add http/, /names? this one origin to everybody/, /\*/],
  ],
  [
    'workadventure-null-origin-lna',
    'local-network-access',
    [/frame whose origin is opaque/, /allow="loopback-network; local-network-access"/],
    [/Access-Control-/, /Site settings/],
  ],
  [
    'ingress-oauth2-skip-preflight',
    'preflight-login-redirect',
    [/login page/, /OPTIONS/],
    [/skip-auth-preflight/, /backend/, /expired/, /spelling/],
  ],
  ['nelmio-hides-tus-offset', null, [], [/./]],
  [
    'fastmcp-user-cors-never-runs',
    'sdk-header',
    [/mcp-protocol-version/, /already: add/, /that code didn't answer/, /library's own handler/],
    [/credentials/, /Set up CORS/, /must be exposed/],
  ],
  [
    'iis-webdav-put-405',
    'error-without-cors',
    [/doesn't take PUT/, /GET, HEAD, OPTIONS, TRACE/, /WebDAVModule/, /preflight allowed PUT/],
    [/UseCors/, /Set up CORS/, /Access-Control-Allow-Methods/, /token/],
  ],
  [
    'modrinth-429-no-acao',
    'error-without-cors',
    [/too many calls \(429\)/, /37 s/, /page: Have the page wait 37 s/, /x-ratelimit-reset/],
    [/origin .* not allowed/i, /at once/, /WAF|CDN/],
  ],
  [
    'coep-blocks-stylesheet',
    'embedder-policy',
    [/The page's own Cross-Origin-Embedder-Policy/, /credentialless/, /Cross-Origin-Resource-Policy/],
    [/Access-Control-Allow-Origin/, /preflight/, /down/, /ad ?block/i],
  ],
  [
    'sse-hijack-drops-cors',
    'response-without-cors',
    [/text\/event-stream/, /although its preflight passes/, /reply\.hijack\(\)/, /Vary: Origin/],
    [/Set up CORS/, /proxy removed/, /EventSource does/, /timeout/],
  ],
];

describe('public reports: what is named, said, and not said', () => {
  test.each(EXPECTED)('%s', (id, cause, said, wrong) => {
    const words = saidOf(report(id));
    const text = words === null ? '' : [words.headline, words.happened, ...words.advice].join('\n');
    expect(words?.id ?? null).toBe(cause);
    for (const one of said) expect(text).toMatch(one);
    for (const one of wrong) expect(text).not.toMatch(one);
  });

  test('mcp-oauth-discovery-404: two faults of one URL are one story', () => {
    const first = report('mcp-oauth-discovery-404');
    const asked: Exchange = { ...first, hops: [{ ...first.hops[0], requestHeaders: null, response: null }] };
    const retry = simpleRetry(asked);
    const both = [saidOf(asked, [retry]), saidOf(retry, [asked])];
    expect(both.map((words) => words?.id)).toEqual(['error-without-cors', 'error-without-cors']);
    expect(both[0]?.label).toBe(both[1]?.label);
    for (const words of both) {
      expect(words?.headline).toContain('has nothing at /.well-known/oauth-protected-resource/mcp (404)');
      expect(words?.advice[0]).toMatch(/add the route/);
      expect(words?.advice.join('\n')).not.toMatch(/token|Access-Control-Allow-Headers/);
    }
  });

  test('the table has every report', () => {
    const here = [...EXPECTED.map(([id]) => id), 'mcp-oauth-discovery-404'];
    expect(here.sort()).toEqual([...byId.keys()].sort());
  });
});
