import {
  ALL_ELEMENTS,
  answered,
  BODIES,
  CREDENTIALLESS,
  call,
  type Element,
  load,
  NO_CORS,
  page,
  REQUIRE_CORP,
  SERVED,
  TO,
  withHeader,
} from './case-parts.ts';
import type { Answered, OutsideCase } from './outside-case.ts';
import { PAGE_CASES } from './page-cases.ts';

/** Calls in mode `no-cors` whose answers hold something, or are an error. */
const OPAQUE: readonly OutsideCase[] = [
  ...TO.flatMap((to) =>
    ['application/json', 'text/html', 'text/plain'].map((type) =>
      page(`opaque-${to}-${type.replace('/', '-')}`, NO_CORS, answered(200, type), 'opaque-answer', { to }),
    ),
  ),
  ...[201, 401, 403, 404, 429, 500].map((status) =>
    page(`opaque-${status}`, NO_CORS, answered(status, 'application/json'), 'opaque-answer'),
  ),
  page('opaque-error-204', NO_CORS, answered(503, 'text/plain', {}, ''), 'opaque-answer'),
  page(
    'opaque-post',
    call("{ mode: 'no-cors', method: 'POST', body: '{}' }"),
    answered(200, 'application/json'),
    'opaque-answer',
  ),
  page(
    'opaque-credentials',
    call("{ mode: 'no-cors', credentials: 'include' }"),
    answered(200, 'application/json'),
    'opaque-answer',
  ),
  page(
    'opaque-keepalive',
    call("{ mode: 'no-cors', keepalive: true }"),
    answered(200, 'application/json'),
    'opaque-answer',
  ),
  page(
    'opaque-allowed',
    NO_CORS,
    answered(200, 'application/json', { 'Access-Control-Allow-Origin': '*' }),
    'opaque-answer',
  ),
  page(
    'opaque-header-dropped',
    call("{ mode: 'no-cors', headers: { 'X-A': '1' } }"),
    answered(200, 'text/plain'),
    'opaque-answer',
  ),
];

const KINDS: readonly (readonly [name: string, Element, Answered])[] = [
  ['image-html', 'image', answered(200, 'text/html', {}, '<!doctype html><title>Sign in</title>')],
  ['image-json', 'image', answered(200, 'application/json', { 'X-Content-Type-Options': 'nosniff' })],
  ['script-json', 'script', answered(200, 'application/json')],
  [
    'script-html',
    'script',
    answered(200, 'text/html', { 'X-Content-Type-Options': 'nosniff' }, '<!doctype html>'),
  ],
  ['image-404', 'image', answered(404, 'text/html', {}, '<!doctype html><title>Not found</title>')],
  ['script-500', 'script', answered(500, 'application/json')],
  ['audio-html', 'audio', answered(200, 'text/html', {}, '<!doctype html><title>Sign in</title>')],
  ['image-xml', 'image', answered(200, 'application/xml', { 'X-Content-Type-Options': 'nosniff' }, '<a/>')],
];

/** Answers that aren't what an element asks for. */
const ORB: readonly OutsideCase[] = [
  ...KINDS.map(([name, element, answer]) =>
    page(`orb-${name}`, load(element), answer, 'opaque-response-blocking'),
  ),
];

/** Answers that say that nobody else may use them. */
const RESOURCE_POLICY: readonly OutsideCase[] = [
  ...['same-origin', 'same-site'].flatMap((value) => [
    ...ALL_ELEMENTS.map((element) =>
      page(
        `corp-${value}-${element}`,
        load(element),
        withHeader(BODIES[element], 'Cross-Origin-Resource-Policy', value),
        'response-policy',
      ),
    ),
    page(
      `corp-${value}-fetch`,
      NO_CORS,
      answered(200, 'application/json', { 'Cross-Origin-Resource-Policy': value }),
      'response-policy',
    ),
  ]),
];

/** Pages that let in only what says that it may be embedded. */
const EMBEDDER_POLICY: readonly OutsideCase[] = [
  ...TO.flatMap((to) =>
    ALL_ELEMENTS.map((element) =>
      page(`coep-${to}-${element}`, load(element), BODIES[element], 'embedder-policy', {
        page: REQUIRE_CORP,
        to,
      }),
    ),
  ),
  page('coep-fetch', NO_CORS, answered(200, 'application/json'), 'embedder-policy', { page: REQUIRE_CORP }),
];

const HANDSHAKES = [200, 302, 400, 401, 403, 404, 426, 500, 502, 503];

/** WebSockets that don't come about. */
const WEBSOCKETS: readonly OutsideCase[] = [
  ...HANDSHAKES.map((status) =>
    page(`websocket-${status}`, 'await talk(url);', status, 'websocket-handshake'),
  ),
  page('websocket-named-403', 'await talk(url);', 403, 'websocket-handshake', { to: 'named' }),
  page('websocket-closes', 'await talk(url);', 'closes', 'websocket-closed'),
  page('websocket-hangs-up', 'await talk(url);', 'hangs up', 'websocket-closed'),
  page('websocket-not-there', 'await talk(url);', 'is not there', 'websocket-handshake'),
];

const FROM_CACHE = `
  const cache = await caches.open('a');
  await cache.add(new Request(event.request.url, { mode: 'no-cors' })).catch(() => {});
  await cache.put(event.request.url, await fetch(event.request.url, { mode: 'no-cors' }));
  return await cache.match(event.request.url);`;
const CALL = call('{}');

/** Service workers that answer a call with what the page may not use. */
const SERVICE_WORKERS: readonly OutsideCase[] = [
  page('worker-cache', CALL, SERVED, 'service-worker-answer', { worker: FROM_CACHE }),
  page('worker-opaque', CALL, SERVED, 'service-worker-answer', {
    worker: "return await fetch(event.request.url, { mode: 'no-cors' });",
  }),
  page('worker-error', CALL, SERVED, 'service-worker-answer', { worker: 'return Response.error();' }),
  page('worker-throws', CALL, SERVED, 'service-worker-answer', { worker: "throw new Error('no');" }),
  page('worker-script', 'await load("crossorigin script", url);', BODIES.script, 'service-worker-answer', {
    worker: "return await fetch(event.request.url, { mode: 'no-cors' });",
  }),
];

const MADE = `URL.createObjectURL(new Blob(['a']))`;

/** URLs that no server has. */
const LOCAL_URLS: readonly OutsideCase[] = [
  page('local-file', "return await ask('file:///etc/hosts');", SERVED, 'local-url'),
];

/** What looks like the others, and is as it should be. */
const ORDINARY: readonly OutsideCase[] = [
  page('fine-204', NO_CORS, answered(204, 'text/plain', {}, ''), null),
  page('fine-empty', NO_CORS, answered(200, 'text/plain', { 'Content-Length': '0' }, ''), null),
  page('fine-pixel', NO_CORS, answered(200, 'image/gif', {}, 'GIF89a'), null),
  page('fine-own', NO_CORS, answered(200, 'application/json'), null, { to: 'own' }),
  page('fine-beacon', 'navigator.sendBeacon(url, "a"); await pause();', answered(200, 'text/plain'), null),
  ...ALL_ELEMENTS.slice(0, 3).map((element) => page(`fine-${element}`, load(element), BODIES[element], null)),
  ...ALL_ELEMENTS.slice(0, 3).map((element) =>
    page(
      `fine-coep-${element}`,
      load(element),
      withHeader(BODIES[element], 'Cross-Origin-Resource-Policy', 'cross-origin'),
      null,
      { page: REQUIRE_CORP },
    ),
  ),
  page('fine-credentialless', load('image'), BODIES.image, null, { page: CREDENTIALLESS }),
  // A dev server that starts anew is away for a while.
  page('fine-websocket-own', 'await talk(url);', 503, null, { to: 'own' }),
  page('fine-websocket', 'await talk(url);', 'speaks', null),
  page('fine-worker', CALL, answered(200, 'text/plain', { 'Access-Control-Allow-Origin': '*' }), null, {
    worker: 'return new Response("made here");',
  }),
  page('fine-data', "return await ask('data:text/plain,a');", SERVED, null),
  page('fine-blob', `return await ask(${MADE});`, SERVED, null),
];

export const OUTSIDE_CASES: readonly OutsideCase[] = [
  ...OPAQUE,
  ...ORB,
  ...RESOURCE_POLICY,
  ...EMBEDDER_POLICY,
  ...WEBSOCKETS,
  ...SERVICE_WORKERS,
  ...LOCAL_URLS,
  ...PAGE_CASES,
  ...ORDINARY,
];
