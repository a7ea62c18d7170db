import type { Fingerprint, ServerAnswer } from '../fingerprint.ts';
import { byteLength, pathAndQuery } from './body-length.ts';

const JSON_UTF8 = /^application\/json; charset=utf-8$/;
const HTML_UTF8 = /^text\/html; charset=utf-8$/;
/** No CORS library had to do with the answer: they vary by origin even where they refuse one. */
const NO_CORS = { 'access-control-allow-origin': false, vary: false } as const;
/** CORS is set up, and the origin isn't allowed. */
const REFUSED = { 'access-control-allow-origin': false, 'access-control-allow-methods': /./ } as const;

const express: readonly Fingerprint[] = [
  { stack: 'express', certainty: 'sure', headers: { 'x-powered-by': /^Express$/ } },
  {
    stack: 'express',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [200],
    headers: { 'x-powered-by': /^Express$/, allow: /./, ...NO_CORS },
  },
  {
    stack: 'express',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'x-powered-by': /^Express$/, 'content-type': HTML_UTF8, ...NO_CORS },
    contentLength: finalHandlerLength,
  },
  {
    stack: 'express',
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    headers: { 'x-powered-by': /^Express$/, ...REFUSED },
  },
  // Without X-Powered-By, which Helmet takes away.
  {
    stack: 'express',
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [200],
    headers: {
      allow: /./,
      'content-type': /^text\/plain$/,
      'x-content-type-options': /^nosniff$/,
      ...NO_CORS,
    },
    contentLength: ({ headerList }) => allowOf(headerList).length,
  },
  {
    stack: 'express',
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'content-security-policy': /^default-src 'none'$/, 'content-type': HTML_UTF8, ...NO_CORS },
    contentLength: finalHandlerLength,
  },
];

const fastify: readonly Fingerprint[] = [
  { stack: 'fastify', certainty: 'likely', headers: { 'keep-alive': /^timeout=72$/ } },
  {
    stack: 'fastify',
    certainty: 'sure',
    status: [404],
    headers: { 'content-type': JSON_UTF8 },
    contentLength: fastifyNotFoundLength,
  },
  {
    stack: 'fastify',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'content-type': JSON_UTF8, ...NO_CORS },
    contentLength: fastifyNotFoundLength,
  },
  {
    stack: 'fastify',
    certainty: 'likely',
    cors: 'refused',
    to: 'preflight',
    headers: { 'keep-alive': /^timeout=72$/, ...REFUSED },
  },
];

const nestjs: readonly Fingerprint[] = [
  {
    stack: 'nestjs',
    certainty: 'sure',
    status: [404],
    headers: { 'x-powered-by': /^Express$/, 'content-type': JSON_UTF8 },
    contentLength: nestNotFoundLength,
  },
  {
    stack: 'nestjs',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'x-powered-by': /^Express$/, 'content-type': JSON_UTF8, ...NO_CORS },
    contentLength: nestNotFoundLength,
  },
  // Without X-Powered-By, which Helmet takes away; or on Fastify.
  {
    stack: 'nestjs',
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'content-type': JSON_UTF8, ...NO_CORS },
    contentLength: nestNotFoundLength,
  },
  {
    stack: 'nestjs',
    certainty: 'likely',
    status: [500],
    headers: { 'x-powered-by': /^Express$/, 'content-type': JSON_UTF8 },
    contentLength: () => byteLength('{"statusCode":500,"message":"Internal server error"}'),
  },
];

/** Koa and Hono say little, but no X-Powered-By and no Server belongs to it. */
const UNNAMED = { server: false, 'x-powered-by': false, 'x-content-type-options': false } as const;
const KOA_TEXT = /^text\/plain; charset=utf-8$/;
const HONO_TEXT = /^text\/plain; charset=UTF-8$/;
/** What both allow by default, in this order. */
const KOA_METHODS = /^GET,HEAD,PUT,POST,DELETE,PATCH$/;
const HONO_METHODS = /^GET,HEAD,PUT,POST,DELETE,PATCH(,QUERY)?$/;

const koa: readonly Fingerprint[] = [
  {
    stack: 'koa',
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'content-type': KOA_TEXT, ...UNNAMED, ...NO_CORS },
    contentLength: () => byteLength('Not Found'),
  },
  // @koa/router, which names HEAD before GET.
  {
    stack: 'koa',
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [200],
    headers: { allow: /^HEAD, GET\b|^\w+$/, 'content-type': KOA_TEXT, ...UNNAMED, ...NO_CORS },
    contentLength: () => 0,
  },
  // @koa/cors leaves the answer to the routes where the origin isn't allowed.
  {
    stack: 'koa',
    certainty: 'likely',
    cors: 'refused',
    to: 'preflight',
    status: [200, 404],
    headers: {
      vary: /^Origin$/,
      'access-control-allow-origin': false,
      'content-type': KOA_TEXT,
      ...UNNAMED,
    },
    contentLength: ({ status }) => (status === 200 ? 0 : byteLength('Not Found')),
  },
  {
    stack: 'koa',
    certainty: 'likely',
    to: 'preflight',
    status: [204],
    headers: { 'access-control-allow-methods': KOA_METHODS, vary: /^Origin$/, ...UNNAMED },
  },
];

const hono: readonly Fingerprint[] = [
  {
    stack: 'hono',
    certainty: 'likely',
    status: [404],
    headers: { 'content-type': HONO_TEXT, ...UNNAMED },
    contentLength: () => byteLength('404 Not Found'),
  },
  {
    stack: 'hono',
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'content-type': HONO_TEXT, ...UNNAMED, ...NO_CORS },
    contentLength: () => byteLength('404 Not Found'),
  },
  {
    stack: 'hono',
    certainty: 'likely',
    to: 'preflight',
    status: [204],
    headers: {
      'access-control-allow-methods': HONO_METHODS,
      vary: /^Origin, Access-Control-Request-Headers$/,
      ...UNNAMED,
    },
  },
];

const HAPI = { 'content-type': JSON_UTF8, 'cache-control': /^no-cache$/ } as const;
const HAPI_NOT_FOUND = '{"statusCode":404,"error":"Not Found","message":"Not Found"}';

const hapi: readonly Fingerprint[] = [
  {
    stack: 'hapi',
    certainty: 'sure',
    status: [404],
    headers: HAPI,
    contentLength: () => byteLength(HAPI_NOT_FOUND),
  },
  {
    stack: 'hapi',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { ...HAPI, ...NO_CORS },
    contentLength: () => byteLength(HAPI_NOT_FOUND),
  },
  ...['Origin not allowed', 'Some headers are not allowed'].map(
    (what): Fingerprint => ({
      stack: 'hapi',
      certainty: 'sure',
      cors: 'refused',
      to: 'preflight',
      status: [200],
      headers: { ...HAPI, 'access-control-allow-origin': false },
      contentLength: () => byteLength(`{"message":"CORS error: ${what}"}`),
    }),
  ),
  {
    stack: 'hapi',
    certainty: 'likely',
    to: 'request',
    headers: { ...HAPI, 'accept-ranges': /^bytes$/ },
  },
];

/** Every error that Nitro, which serves Nuxt, answers with: built, and while developing. */
const NITRO_ERROR = {
  'content-type': /^application\/json$/,
  'content-security-policy':
    /^script-src ('none'; frame-ancestors 'none'|'self' 'unsafe-inline'; object-src 'none'; base-uri 'self');$/,
  'referrer-policy': /^no-referrer$/,
  'x-frame-options': /^DENY$/,
} as const;

const h3: readonly Fingerprint[] = [
  { stack: 'h3', certainty: 'sure', headers: { 'x-powered-by': /^Nuxt$/ } },
  { stack: 'h3', certainty: 'sure', headers: NITRO_ERROR },
  {
    stack: 'h3',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404, 405],
    headers: { ...NITRO_ERROR, ...NO_CORS },
  },
  {
    stack: 'h3',
    certainty: 'sure',
    status: [404],
    headers: { 'content-type': /^application\/json$/ },
    contentLength: h3NotFoundLength,
  },
  {
    stack: 'h3',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'content-type': /^application\/json$/, ...NO_CORS },
    contentLength: h3NotFoundLength,
  },
];

const vite: readonly Fingerprint[] = [
  // `cors`, with all that it allows by default but the origin, and no X-Powered-By, which Express would send.
  {
    stack: 'vite',
    certainty: 'likely',
    cors: 'refused',
    to: 'preflight',
    status: [204],
    headers: {
      'access-control-allow-origin': false,
      'access-control-allow-methods': /^GET,HEAD,PUT,PATCH,POST,DELETE$/,
      vary: /^Origin, Access-Control-Request-Headers$/,
      ...UNNAMED,
    },
  },
];

export const node: readonly Fingerprint[] = [
  ...express,
  ...fastify,
  ...nestjs,
  ...koa,
  ...hono,
  ...hapi,
  ...h3,
  ...vite,
];

function allowOf(headerList: ServerAnswer['headerList']): string {
  return headerList.find(([name]) => name.toLowerCase() === 'allow')?.[1] ?? '';
}

/** @see https://github.com/pillarjs/finalhandler/blob/master/index.js */
function finalHandlerLength({ method, url }: ServerAnswer): number {
  const message = `Cannot ${method} ${new URL(url).pathname}`;
  const escaped = message.replaceAll('&', '&amp;').replaceAll("'", '&#39;');
  return byteLength(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Error</title>
</head>
<body>
<pre>${escaped}</pre>
</body>
</html>
`);
}

/** @see https://github.com/fastify/fastify/blob/main/lib/four-oh-four.js */
function fastifyNotFoundLength({ method, url }: ServerAnswer): number {
  const message = `Route ${method}:${pathAndQuery(url)} not found`;
  return byteLength(JSON.stringify({ message, error: 'Not Found', statusCode: 404 }));
}

/** @see https://github.com/nestjs/nest/blob/master/packages/core/router/routes-resolver.ts */
function nestNotFoundLength({ method, url }: ServerAnswer): number {
  const message = `Cannot ${method} ${pathAndQuery(url)}`;
  return byteLength(JSON.stringify({ message, error: 'Not Found', statusCode: 404 }));
}

/** @see https://github.com/h3js/h3/blob/v1/src/error.ts */
function h3NotFoundLength({ url }: ServerAnswer): number {
  const statusMessage = `Cannot find any path matching ${pathAndQuery(url)}.`;
  return byteLength(JSON.stringify({ statusCode: 404, statusMessage, stack: [] }, null, 2));
}
