import type { Fingerprint } from '../recognise.ts';

const UVICORN = /^uvicorn$/;
const JSON_TYPE = /^application\/json$/;
const PLAIN = /^text\/plain; charset=utf-8$/;
const HTML = /^text\/html; charset=utf-8$/i;
const ANY = /./;

/**
 * Only FastAPI's and Starlette's own answers tell the one from the other; CORSMiddleware is the same in both, and
 * FastAPI by far the more frequent. Whatever asks for CORS, CORSMiddleware answers: a preflight's 405 or 404 is that
 * of an app without it.
 */
const starlette: readonly Fingerprint[] = [
  {
    stack: 'fastapi',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [405],
    headers: { server: UVICORN, allow: ANY, 'content-type': JSON_TYPE },
    contentLength: () => '{"detail":"Method Not Allowed"}'.length,
  },
  {
    stack: 'fastapi',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { server: UVICORN, 'content-type': JSON_TYPE },
    contentLength: () => '{"detail":"Not Found"}'.length,
  },
  {
    stack: 'fastapi',
    certainty: 'sure',
    to: 'request',
    status: [404],
    headers: { server: UVICORN, 'content-type': JSON_TYPE },
    contentLength: () => '{"detail":"Not Found"}'.length,
  },
  {
    // Behind a proxy, or on another ASGI server.
    stack: 'fastapi',
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [405],
    headers: { allow: ANY, 'content-type': JSON_TYPE },
    contentLength: () => '{"detail":"Method Not Allowed"}'.length,
  },
  {
    // "Disallowed CORS " and "origin", "method", "headers", or several of them.
    stack: 'fastapi',
    certainty: 'likely',
    cors: 'refused',
    to: 'preflight',
    status: [400],
    headers: {
      'content-type': PLAIN,
      'access-control-allow-methods': ANY,
      'access-control-max-age': ANY,
      'content-length': /^(?:22|23|30|31|39)$/,
    },
  },
  {
    stack: 'fastapi',
    certainty: 'likely',
    to: 'preflight',
    status: [200],
    headers: { 'content-type': PLAIN, 'access-control-allow-methods': ANY, 'access-control-max-age': ANY },
    contentLength: () => 'OK'.length,
  },
  { stack: 'fastapi', certainty: 'likely', headers: { server: UVICORN, 'content-type': JSON_TYPE } },
  {
    stack: 'starlette',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [405],
    headers: { server: UVICORN, allow: ANY, 'content-type': PLAIN },
    contentLength: () => 'Method Not Allowed'.length,
  },
  {
    stack: 'starlette',
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { server: UVICORN, 'content-type': PLAIN },
    contentLength: () => 'Not Found'.length,
  },
  {
    stack: 'starlette',
    certainty: 'likely',
    status: [404, 500],
    headers: { server: UVICORN, 'content-type': PLAIN, 'content-length': /^(?:9|21)$/ },
  },
];

/** flask-cors adds nothing to what it doesn't allow: whether it is there can't be told then. */
const flask: readonly Fingerprint[] = [
  {
    stack: 'flask',
    certainty: 'sure',
    to: 'preflight',
    status: [200],
    headers: { server: /^Werkzeug\//, allow: /\bOPTIONS\b/, 'content-type': HTML, 'content-length': /^0$/ },
  },
  {
    stack: 'flask',
    certainty: 'likely',
    to: 'preflight',
    status: [200],
    headers: {
      server: /^(?:gunicorn|waitress)/,
      allow: /\bOPTIONS\b/,
      'content-type': HTML,
      'content-length': /^0$/,
    },
  },
  // Odoo and TensorBoard run on Werkzeug, too.
  { stack: 'flask', certainty: 'likely', headers: { server: /^Werkzeug\// } },
];

const WSGI_SERVER = /^WSGIServer\//;
/** What SecurityMiddleware and XFrameOptionsMiddleware, which each new project has, add. */
const HARDENED = {
  'x-frame-options': /^(?:DENY|SAMEORIGIN)$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
};
/** django-cors-headers names the origin in Vary, always. */
const NO_ORIGIN = /^(?!.*\borigin\b)/i;
const WITH_ORIGIN = /\borigin\b/i;

const django: readonly Fingerprint[] = [
  ...[false as const, NO_ORIGIN].flatMap((vary): Fingerprint[] => [
    {
      stack: 'django',
      certainty: 'sure',
      cors: 'not-configured',
      to: 'preflight',
      headers: { server: WSGI_SERVER, ...HARDENED, vary },
    },
    {
      stack: 'django',
      certainty: 'likely',
      cors: 'not-configured',
      to: 'preflight',
      headers: { ...HARDENED, vary },
    },
  ]),
  { stack: 'django', certainty: 'sure', headers: { server: WSGI_SERVER, ...HARDENED } },
  {
    stack: 'django',
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    status: [200],
    headers: {
      server: WSGI_SERVER,
      vary: WITH_ORIGIN,
      'content-type': HTML,
      'content-length': /^0$/,
      'access-control-allow-origin': false,
    },
  },
  {
    stack: 'django',
    certainty: 'sure',
    to: 'preflight',
    status: [200],
    headers: {
      server: WSGI_SERVER,
      vary: WITH_ORIGIN,
      'content-type': HTML,
      'content-length': /^0$/,
      'access-control-allow-headers': ANY,
    },
  },
  { stack: 'django', certainty: 'likely', headers: HARDENED },
  { stack: 'django', certainty: 'likely', headers: { server: /^(?:WSGIServer\/|daphne$)/i } },
  {
    stack: 'django-rest-framework',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [200],
    headers: {
      'x-frame-options': ANY,
      'x-content-type-options': ANY,
      allow: /\bOPTIONS\b/,
      vary: /^Accept(?:, Cookie)?$/,
      'content-type': JSON_TYPE,
    },
  },
  {
    stack: 'django-rest-framework',
    certainty: 'sure',
    headers: {
      'x-frame-options': ANY,
      'x-content-type-options': ANY,
      allow: /\bOPTIONS\b/,
      vary: /^Accept(?:,|$)/,
    },
  },
];

const AIOHTTP = /^Python\/\S+ aiohttp\//;

const aiohttp: readonly Fingerprint[] = [
  {
    stack: 'aiohttp',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [405],
    headers: { server: AIOHTTP, allow: ANY, 'access-control-allow-origin': false },
  },
  {
    stack: 'aiohttp',
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    status: [403],
    headers: { server: AIOHTTP, 'content-type': PLAIN, 'access-control-allow-origin': false },
  },
  { stack: 'aiohttp', certainty: 'sure', headers: { server: AIOHTTP } },
];

export const python: readonly Fingerprint[] = [...starlette, ...flask, ...django, ...aiohttp];
