import { describe, expect, test } from 'vitest';
import type { CauseId } from '../../src/causes/cause.ts';
import { rootCause } from '../../src/causes/root-cause.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { hiddenHeaderNames } from '../../src/cors/exposed-headers.ts';
import { caseExchange, type ReportedCase } from './case-exchange.ts';
import data from './cases.json' with { type: 'json' };

const CASES: readonly ReportedCase[] = data.cases;

/** The cause that each thread arrived at, read from its root cause and its fix; null where CORS let the call through. */
const EXPECTED: Readonly<Record<string, CauseId | null>> = {
  'ollama-stainless-timeout': 'sdk-header',
  'ollama-stainless-os': 'sdk-header',
  'ollama-stainless-helper-method': 'sdk-header',
  'ollama-x-title': 'sdk-header',
  'lmstudio-cors-off-200': 'not-configured',
  'llamacpp-apikey-preflight': 'preflight-login',
  'llamacpp-star-credentials': 'header-not-allowed',
  'cortex-apikeys': 'preflight-login',
  'routellm-405': 'not-configured',
  'mlc-llm-no-cors': 'not-configured',
  'flexllama-preflight-only': 'response-without-cors',
  '9router-401': 'preflight-login',
  'mcp-netdata': 'sdk-header',
  'mcp-php-sdk': 'sdk-header',
  'mcp-delphi-expose': 'sdk-header',
  'mcp-openzim-400': 'sdk-header',
  'mcp-typo3-401': 'preflight-login',
  'sentry-baggage-contentful': 'sdk-header',
  'datadog-posthog': 'sdk-header',
  'datadog-dust-403': 'not-allowed-by-status',
  'highlight-appwrite': 'sdk-header',
  'supabase-kong-truncate': 'header-not-allowed',
  'supabase-401-no-acao': 'error-without-cors',
  'nginx-express-dup': 'two-cors-layers',
  'lumen-dup-preflight': 'two-cors-layers',
  'nginx-proxy-append': 'two-cors-layers',
  'laravel-trailing-slash': 'preflight-canonical-redirect',
  'django-appendslash-null': 'canonical-redirect',
  'spring-star-creds': 'preflight-crash',
  'aspnet-500': 'error-without-cors',
  'signalr-star': 'wildcard-with-credentials',
  'express-preflight-ok-actual-star': 'two-cors-layers',
  'restify-preflight-star': 'wildcard-with-credentials',
  'fastify-patch': 'method-not-allowed',
  'axios-content-disposition': null,
  's3-etag-expose': null,
  's3-cache-no-vary': 'cached-answer',
  'firebase-403': 'preflight-login',
  'gitpod-401': 'preflight-login',
  'haproxy-basic-401': 'preflight-login',
  'formbricks-cache-control': 'header-not-allowed',
  'clearbit-xcsrf': 'header-not-allowed',
  'django-acao-as-request-header': 'response-header-on-request',
  'lna-loopback': 'local-network-access',
  'lna-unknown': 'local-network-access',
  'lna-target-mismatch': 'local-network-access',
  'corp-helmet5': 'response-policy',
  'ext-rsc-detector': 'two-cors-layers',
  'next-options-400': 'not-configured',
  'traefik-empty-preflight': 'not-allowed-silently',
};

/** Cases that don't tell what the server answered. */
const TOO_LITTLE: Readonly<Record<string, string>> = {
  'ollama-ext-origin-403':
    'shows the answer to a POST by curl; the headers of the preflight answer are not in it',
  'lemonade-null-origin': 'shows no answer at all',
  'nextjs-trailing-slash': 'shows a 308 without its Location',
  'laravel-origin-trailing-slash': 'shows neither URL nor answer',
  'laravel-origin-no-scheme': 'shows neither URL nor answer',
  'vite-609': 'shows a 200 without its headers',
};

/** Cases where another cause is named than the thread's. */
const MISSED: Readonly<Record<string, readonly [named: CauseId, reason: string]>> = {
  'mcp-openzim-400': [
    'preflight-router',
    'Starlette told what it does not allow in the body; the lists that go with its 400 are not in the thread',
  ],
  'datadog-dust-403': [
    'preflight-status',
    'a 403 without any header: by it nobody can tell a CORS check from a login, and the panel says so',
  ],
  'ext-rsc-detector': [
    'wildcard-with-credentials',
    'the second layer is an extension that changes the header in the browser: only its value is seen',
  ],
};

const judged = CASES.filter(({ id }) => id in EXPECTED).map((reported) => {
  const exchange = caseExchange(reported);
  return { id: reported.id, exchange, cause: rootCause(exchange, diagnose(exchange, CHROME)) };
});

test('every case has a cause to be named, or too little in it', () => {
  const known = [...Object.keys(EXPECTED), ...Object.keys(TOO_LITTLE)].sort();
  expect(CASES.map(({ id }) => id).sort()).toEqual(known);
});

describe('the cause that is named is what the thread arrived at', () => {
  test.each(judged)('$id', ({ id, cause }) => {
    const [expected] = MISSED[id] ?? [EXPECTED[id]];
    expect(cause?.id ?? null).toBe(expected);
  });

  test('the cause is named in at least nine of ten cases', () => {
    const right = judged.filter(({ id, cause }) => (cause?.id ?? null) === EXPECTED[id]);
    expect(right.length / judged.length).toBeGreaterThanOrEqual(0.9);
    expect(judged.length - right.length).toBe(Object.keys(MISSED).length);
  });
});

test.each([
  ['axios-content-disposition', 'content-disposition'],
  ['s3-etag-expose', 'etag'],
])('%s: the header that the script misses is %s', (id, name) => {
  const response = judged.find((one) => one.id === id)?.exchange.hops[0].response ?? null;
  const hidden = response === null ? [] : hiddenHeaderNames(response.headerList, 'omit');
  expect(hidden).toContain(name);
});

test('a cause that a 401 hides is the second step if the evidence shows it', () => {
  const typo3 = judged.find(({ id }) => id === 'mcp-typo3-401');
  expect(typo3?.cause?.next?.id).toBe('sdk-header');
});
