import { describe, expect, test } from 'vitest';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { redactHeaderList } from '../../src/privacy/redaction.ts';
import type { ServerAnswer } from '../../src/stacks/fingerprint.ts';
import { FINGERPRINTS } from '../../src/stacks/fingerprints.ts';
import { recognise } from '../../src/stacks/recognise.ts';
import type { StackId } from '../../src/stacks/stack-id.ts';

/** Who is recognised, and how surely, and what the answer tells of CORS. */
function recognised(
  status: number,
  headers: Readonly<Record<string, string>>,
  answer: Partial<ServerAnswer> = {},
): readonly string[] {
  const headerList: HeaderList = Object.entries(headers);
  const url = 'https://api.example.com/v1/data';
  return recognise({ to: 'preflight', url, method: 'OPTIONS', status, headerList, ...answer }).map(
    ({ stack, certainty, cors }) => [stack, certainty, ...(cors === null ? [] : [cors])].join(' '),
  );
}

const RAY = { server: 'cloudflare', 'cf-ray': '8f2b6c1d0e3a4b5c-FRA' };

describe('login gateways', () => {
  const redirect = (location: string, more = {}) => recognised(302, { location, ...more });

  test.each<[string, StackId, 'sure' | 'likely']>([
    [
      'https://acme.cloudflareaccess.com/cdn-cgi/access/login/api.example.com?kid=1',
      'cloudflare-access',
      'sure',
    ],
    ['https://authenticate.example.com/.pomerium/sign_in?pomerium_expiry=1', 'pomerium', 'sure'],
    [
      'https://login.example.com/authorize?client_id=a&redirect_uri=https%3A%2F%2Fapi.example.com%2Foauth2%2Fcallback&scope=openid',
      'oauth2-proxy',
      'likely',
    ],
  ])('a redirect to %s', (location, stack, certainty) => {
    expect(redirect(location)).toEqual([`${stack} ${certainty}`]);
  });

  test('a redirect to any other login', () => {
    expect(
      redirect('https://login.example.com/authorize?redirect_uri=https%3A%2F%2Fapi.example.com%2Fdone'),
    ).toEqual([]);
    expect(redirect('https://evil.example/?a=https://acme.cloudflareaccess.com/')).toEqual([]);
  });

  test('Cloudflare Access is named before Cloudflare', () => {
    const location = 'https://acme.cloudflareaccess.com/cdn-cgi/access/login/api.example.com';
    expect(redirect(location, RAY)).toEqual(['cloudflare-access sure', 'cloudflare sure']);
  });

  test('Google IAP', () => {
    expect(recognised(401, { 'x-goog-iap-generated-response': 'true' })).toEqual(['google-iap sure']);
  });
});

describe('a missing login at nginx', () => {
  // 402 of the bytes are padding, which Chrome gets and other clients don't.
  const page = (server: string, length: number, more = {}) =>
    recognised(401, { server, 'content-type': 'text/html', 'content-length': `${length}`, ...more });

  test.each([
    ['nginx/1.22.1', 581],
    ['nginx/1.18.0 (Ubuntu)', 590],
    ['nginx', 574],
  ])('%s, padded for Chrome', (server, length) => {
    expect(page(server, length)).toEqual(['nginx-auth-request likely']);
  });

  test.each([
    ['nginx/1.22.1', 179],
    ['nginx/1.18.0 (Ubuntu)', 188],
  ])('%s with msie_padding off', (server, length) => {
    expect(page(server, length)).toEqual(['nginx-auth-request likely']);
  });

  test('a page of another length, or a challenge, is no auth_request', () => {
    expect(page('nginx/1.22.1', 580)).toEqual(['nginx sure']);
    expect(page('nginx/1.22.1', 581, { 'www-authenticate': 'Basic realm="Staff"' })).toEqual(['nginx sure']);
  });
});

test('no fingerprint reads a value that is cut before anything is kept', () => {
  const values = new Map([['www-authenticate', 'Basic realm="restricted"']]);
  const read = FINGERPRINTS.flatMap(([, fingerprints]) => fingerprints).flatMap(({ headers }) =>
    Object.entries(headers).flatMap(([name, pattern]) => {
      // That a header is there can be told from a value that was cut, too.
      const isValueRead = pattern !== false && !(pattern instanceof RegExp && pattern.test('…'));
      return isValueRead ? [name] : [];
    }),
  );
  const cut = read.filter((name) => {
    const value = values.get(name) ?? 'a value';
    return redactHeaderList([[name, value]])[0]?.[1] !== value;
  });
  expect(cut).toEqual([]);
});

describe('platforms', () => {
  test('Cloudflare, and a worker on its host', () => {
    expect(recognised(404, RAY)).toEqual(['cloudflare sure']);
    expect(recognised(404, RAY, { url: 'https://api.acme.workers.dev/data' })).toContain(
      'cloudflare-workers sure',
    );
  });

  test('API Gateway: an HTTP API and a REST API without CORS, and passing ones', () => {
    const http = { 'apigw-requestid': 'QxYz1234DoEEJ5g=' };
    const rest = { 'x-amz-apigw-id': 'QxYz1234DoEEJ5g=', 'x-amzn-requestid': '1' };
    expect(recognised(404, http)).toEqual(['aws-api-gateway sure not-configured']);
    expect(recognised(204, { ...http, 'access-control-allow-origin': 'https://a.example' })).toEqual([
      'aws-api-gateway sure',
    ]);
    expect(recognised(403, { ...rest, 'x-amzn-errortype': 'MissingAuthenticationTokenException' })).toEqual([
      'aws-api-gateway sure not-configured',
    ]);
    expect(recognised(200, rest, { to: 'request' })).toEqual(['aws-api-gateway sure']);
  });

  test('S3, but not what only speaks its protocol', () => {
    expect(recognised(403, { server: 'AmazonS3', 'x-amz-request-id': '4A' })).toEqual(['s3 sure']);
    expect(recognised(403, { server: 'MinIO', 'x-amz-request-id': '4A' })).toEqual([]);
  });

  test.each([
    ['https://abcdefghijkl.supabase.co/functions/v1/hello', 'supabase-functions sure'],
    ['https://us-central1-acme.cloudfunctions.net/hello', 'firebase-functions likely'],
  ])('%s', (url, expected) => expect(recognised(500, {}, { url })).toEqual([expected]));

  test('a host that only looks like one', () => {
    expect(recognised(500, {}, { url: 'https://supabase.co.evil.example/functions/v1/hello' })).toEqual([]);
    expect(recognised(500, {}, { url: 'https://abc.supabase.co/rest/v1/rows' })).toEqual([]);
  });
});

describe('applications', () => {
  test('Spring Security, and Spring without CORS', () => {
    const security = {
      'X-Content-Type-Options': 'nosniff',
      'X-XSS-Protection': '0',
      'Cache-Control': 'no-cache, no-store, max-age=0, must-revalidate',
      Pragma: 'no-cache',
      Expires: '0',
      'X-Frame-Options': 'DENY',
    };
    expect(recognised(401, security)).toEqual(['spring-boot likely']);
    expect(recognised(200, security)).toEqual([]);
    expect(recognised(403, { Vary: 'Access-Control-Request-Headers' })).toEqual(['spring-boot likely']);
  });

  test('ASP.NET Core', () => {
    expect(recognised(405, { Server: 'Kestrel', Allow: 'GET, POST' })).toEqual([
      'aspnet-core sure not-configured',
    ]);
    expect(recognised(204, { Server: 'Kestrel' })).toEqual(['aspnet-core sure refused']);
    expect(recognised(500, { Server: 'Kestrel' }, { to: 'request' })).toEqual(['aspnet-core sure']);
  });

  test('llama.cpp and LM Studio', () => {
    expect(recognised(200, { Server: 'llama.cpp' })).toEqual(['llama-cpp sure']);
    const url = 'http://localhost:1234/v1/chat/completions';
    expect(recognised(200, { 'X-Powered-By': 'Express' }, { url })).toContain(
      'lm-studio likely not-configured',
    );
  });

  test('Keycloak, by what only it has in its paths', () => {
    const url = 'https://login.example.com/realms/shop/protocol/openid-connect/token';
    expect(recognised(200, {}, { url, to: 'request' })).toEqual(['keycloak likely refused']);
    expect(recognised(200, { 'access-control-allow-origin': 'https://a.example' }, { url })).toEqual([
      'keycloak likely',
    ]);
  });

  test('Laravel, and no other PHP', () => {
    const php = { 'X-Powered-By': 'PHP/8.3.1' };
    const symfony = { ...php, 'Cache-Control': 'no-cache, private' };
    const limited = { ...symfony, 'X-RateLimit-Limit': '60', 'X-RateLimit-Remaining': '59' };
    expect(recognised(401, limited)).toContain('laravel likely');
    expect(recognised(401, symfony)).toEqual(['php sure not-configured']);
  });
});
