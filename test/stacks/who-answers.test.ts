import { describe, expect, test } from 'vitest';
import type { ServerAnswer } from '../../src/stacks/fingerprint.ts';
import { recognise } from '../../src/stacks/recognise.ts';

type Headers = Readonly<Record<string, string>>;

/** Who is recognised, and how surely, and what the answer tells of CORS. */
function who(
  url: string,
  status: number,
  headers: Headers,
  to: ServerAnswer['to'] = 'preflight',
): readonly string[] {
  const method = to === 'preflight' ? 'OPTIONS' : 'GET';
  return recognise({ to, url, method, status, headerList: Object.entries(headers) }).map(
    ({ stack, certainty, cors, own }) =>
      [stack, certainty, ...(cors === null ? [] : [cors]), ...(own ? ['own'] : [])].join(' '),
  );
}

const API = 'https://api.example.com/v1/data';

describe('platforms and tunnels', () => {
  test.each<[name: string, url: string, status: number, headers: Headers, expected: readonly string[]]>([
    [
      'Vercel, a function',
      API,
      405,
      { server: 'Vercel', 'x-vercel-id': 'fra1::iad1::x7-1-a' },
      ['vercel sure'],
    ],
    [
      'Vercel behind Cloudflare',
      API,
      200,
      { server: 'cloudflare', 'x-vercel-id': 'sin1::abcde-1700000000000-0123456789ab' },
      ['vercel sure'],
    ],
    [
      'Vercel, its own error',
      API,
      404,
      { server: 'Vercel', 'x-vercel-error': 'DEPLOYMENT_NOT_FOUND' },
      ['vercel sure own'],
    ],
    [
      'Netlify',
      API,
      404,
      { server: 'Netlify', 'x-nf-request-id': '01JQSECXHAJR7ZPGFRTQW5EK95' },
      ['netlify sure'],
    ],
    // As a comment in fly-apps/useless-machines has it.
    [
      'Fly.io',
      API,
      200,
      {
        'fly-request-id': '01JQSECXHAJR7ZPGFRTQW5EK95-yyz',
        server: 'Fly/60c773e9c (2025-04-01)',
        via: '1.1 fly.io',
      },
      ['fly sure'],
    ],
    [
      'Render, Flask behind it',
      API,
      404,
      { server: 'cloudflare', 'x-render-origin-server': 'gunicorn', 'rndr-id': '9f3df134-ca16-458d' },
      ['render sure'],
    ],
    [
      'Railway, no app behind it',
      API,
      502,
      { server: 'railway-edge', 'x-railway-fallback': 'true', 'x-railway-request-id': 'a' },
      ['railway sure own'],
    ],
    ['Railway', API, 404, { server: 'railway-hikari', 'x-railway-request-id': 'a' }, ['railway sure']],
    [
      'ngrok, offline',
      'https://a1.ngrok-free.app/x',
      404,
      { 'ngrok-error-code': 'ERR_NGROK_3200' },
      ['ngrok sure own'],
    ],
    ['ngrok, an app', 'https://a1.ngrok-free.app/x', 404, {}, ['ngrok sure']],
    [
      'ngrok, Express behind it',
      'https://a.ngrok.io/x',
      404,
      { 'X-Powered-By': 'Express' },
      ['express sure', 'ngrok sure'],
    ],
    [
      'Cloudflare Tunnel',
      'https://a-b.trycloudflare.com/x',
      404,
      { server: 'cloudflare' },
      ['cloudflare-tunnel sure'],
    ],
    ['Codespaces', 'https://fuzzy-robot-3000.app.github.dev/x', 302, {}, ['codespaces sure']],
    [
      'Azure App Service on Windows',
      'https://shop.azurewebsites.net/x',
      404,
      { server: 'Microsoft-IIS/10.0', 'x-powered-by': 'ASP.NET' },
      ['azure-app-service sure'],
    ],
    ['Azure Static Web Apps', 'https://x-1.2.azurestaticapps.net/x', 405, {}, ['azure-static-web-apps sure']],
    ['Lambda function URL', 'https://abc.lambda-url.eu-west-1.on.aws/', 200, {}, ['lambda-url sure']],
    [
      'Lambda function URL, sign in first',
      'https://abc.lambda-url.eu-west-1.on.aws/',
      403,
      { 'x-amzn-errortype': 'AccessDeniedException' },
      ['lambda-url sure own'],
    ],
  ])('%s', (_name, url, status, headers, expected) => {
    expect(who(url, status, headers)).toEqual(expected);
  });

  test('a host that only looks like one', () => {
    for (const host of [
      'azurewebsites.net.evil.example',
      'ngrok.io.evil.example',
      'on.aws',
      'lambda-url.on.aws',
    ]) {
      expect(who(`https://a.${host}/`, 404, {})).toEqual([]);
    }
  });
});

describe('IIS', () => {
  const SERVER = { Server: 'Microsoft-IIS/10.0', 'X-Powered-By': 'ASP.NET' };

  test('its own answer to OPTIONS, and to PUT', () => {
    const methods = 'OPTIONS, TRACE, GET, HEAD, POST';
    expect(who(API, 200, { ...SERVER, Allow: methods, Public: methods })).toEqual([
      'iis sure not-configured own',
    ]);
    const webDav = { ...SERVER, Allow: 'GET, HEAD, OPTIONS, TRACE', 'Content-Type': 'text/html' };
    expect(who(API, 405, webDav, 'request')).toEqual(['iis sure own']);
  });

  test('what runs behind it stays unknown', () => expect(who(API, 404, SERVER)).toEqual(['iis sure']));
});

describe('a login by oauth2-proxy', () => {
  const login = 'https://auth.example.com/oauth2/start?rd=https://api.example.com/graphql';
  const page = { 'Content-Type': 'text/html' };

  test('nginx sends there', () => {
    const headers = { ...page, Server: 'nginx', 'Content-Length': '138', Location: login };
    expect(who(API, 302, headers)).toEqual(['nginx-auth-request sure own']);
  });

  test('ingress-nginx sends there, without its name', () => {
    expect(who(API, 302, { ...page, 'Content-Length': '138', Location: login })).toEqual([
      'ingress-nginx likely own',
    ]);
  });

  test('whoever else sends there isn’t known', () => {
    expect(who(API, 302, { Location: login })).toEqual([]);
    expect(who(API, 302, { ...page, 'Content-Length': '137', Location: login })).toEqual([]);
  });
});

describe('applications', () => {
  test('axum: its router, and tower-http', () => {
    const bare = { allow: 'GET,HEAD,POST', 'content-length': '0', date: 'Sat, 28 Nov 2026 23:00:00 GMT' };
    expect(who('http://127.0.0.1:3000/a', 405, bare)).toEqual(['axum likely not-configured']);
    // Over HTTP/2 every name is in lower case.
    expect(who('https://127.0.0.1:3000/a', 405, bare)).toEqual([]);
    const vary = 'origin, access-control-request-method, access-control-request-headers';
    expect(who(API, 200, { vary, 'access-control-allow-methods': 'GET' })).toEqual(['axum sure refused']);
    expect(who(API, 200, { vary, 'access-control-allow-origin': 'https://a.example' })).toEqual([
      'axum sure',
    ]);
  });

  test('ComfyUI, and no other app on aiohttp', () => {
    const refused = {
      'Content-Length': '0',
      'Content-Type': 'application/octet-stream',
      Server: 'Python/3.11 aiohttp/3.8.4',
    };
    expect(who('http://127.0.0.1:8188/prompt', 403, refused)).toEqual(['comfyui sure not-configured']);
    expect(who('http://127.0.0.1:8188/api/queue', 403, refused, 'request')).toEqual([
      'comfyui sure not-configured',
    ]);
    expect(who('http://127.0.0.1:8080/prompt', 403, refused)).toEqual(['aiohttp sure']);
    const allowed = {
      Server: 'Python/3.12 aiohttp/3.11.8',
      'Access-Control-Allow-Origin': 'http://localhost:3000',
      'Access-Control-Allow-Methods': 'POST, GET, DELETE, PUT, OPTIONS',
      'Access-Control-Allow-Headers': 'Content-Type, Authorization',
    };
    expect(who('http://127.0.0.1:9000/anything', 200, allowed)).toEqual(['comfyui sure']);
  });

  test('Home Assistant, by its port and paths alone', () => {
    const headers = { 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff' };
    expect(who('http://homeassistant.local:8123/api/states', 403, headers)).toEqual(['home-assistant sure']);
    expect(who('https://abc.ui.nabu.casa/api/states', 403, headers)).toEqual(['home-assistant sure']);
    expect(who(API, 403, headers)).toEqual([]);
  });

  test('n8n’s webhooks', () => {
    const headers = {
      'Access-Control-Allow-Methods': 'OPTIONS, POST',
      'Access-Control-Allow-Origin': 'https://a.example',
      'Access-Control-Max-Age': '300',
    };
    expect(who('https://n8n.example.com/webhook/1/chat', 204, headers)).toEqual(['n8n sure']);
    expect(who(API, 204, headers)).toEqual([]);
  });

  test('Jan, LiteLLM and Open WebUI', () => {
    const list =
      'Authorization, Content-Type, Host, Accept, Accept-Language, Cache-Control, Connection, DNT, Origin';
    const jan = {
      'access-control-allow-methods': 'GET, POST, PUT, DELETE, OPTIONS, PATCH',
      'access-control-allow-headers': list,
    };
    expect(who('http://localhost:1337/v1/models', 200, jan)).toEqual(['jan sure']);
    expect(who(API, 200, jan)).toEqual([]);
    const ofPreflight =
      'accept, accept-language, authorization, cache-control, connection, content-type, dnt, host, origin';
    expect(
      who('http://localhost:1337/v1/models', 200, { ...jan, 'access-control-allow-headers': ofPreflight }),
    ).toEqual(['jan sure']);
    const litellm = { server: 'uvicorn', 'content-type': 'application/json', 'x-litellm-version': '1.93.0' };
    expect(who(API, 200, litellm, 'request')).toEqual(['litellm sure']);
    const webUi = { server: 'uvicorn', 'content-type': 'application/json' };
    expect(who('http://localhost:8080/api/v1/chats/', 401, webUi, 'request')).toEqual(['open-webui likely']);
    expect(who(API, 401, webUi, 'request')).toEqual(['starlette likely']);
  });

  test('Symfony, while it is being developed', () => {
    // What its names call secret is cut.
    expect(who(API, 404, { 'x-debug-token': '…', 'x-debug-token-link': '…' })).toEqual(['symfony sure']);
  });
});
