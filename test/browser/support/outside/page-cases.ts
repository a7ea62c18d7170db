import {
  answered,
  BODIES,
  CREDENTIALLESS,
  call,
  load,
  page,
  REQUIRE_CORP,
  SERVED,
  TO,
  withHeader,
} from './case-parts.ts';
import type { OutsideCase } from './outside-case.ts';

/** Elements whose integrity Chrome is to check. The digests are of what isn't sent: without CORS it doesn't get that far. */
const checked = (name: 'script' | 'link', rest = '') =>
  `await insert('<${name} ${rest} rel="stylesheet" ${name === 'link' ? 'href' : 'src'}="' + url + '" integrity="sha256-${'A'.repeat(43)}=">');`;

/** Long enough for the page to be asked. */
const STAY = 'await pause(); await pause(); await pause();';

/** Scripts and stylesheets with the attribute `integrity` and without `crossorigin`. */
const INTEGRITY: readonly OutsideCase[] = [
  ...TO.flatMap((to) => [
    page(`integrity-${to}-script`, checked('script'), BODIES.script, 'integrity-without-cors', { to }),
    page(`integrity-${to}-stylesheet`, checked('link'), BODIES.stylesheet, 'integrity-without-cors', { to }),
  ]),
  page(
    'integrity-allowed',
    checked('script'),
    withHeader(BODIES.script, 'Access-Control-Allow-Origin', '*'),
    'integrity-without-cors',
  ),
];

const FRAME = answered(200, 'text/html', {}, '<!doctype html><title>A frame</title>');
const WITH_POLICY = withHeader(FRAME, 'Cross-Origin-Embedder-Policy', 'require-corp');
const OF_OTHERS = withHeader(WITH_POLICY, 'Cross-Origin-Resource-Policy', 'cross-origin');
const IFRAME = "await load('iframe', url);";
const CREDENTIALLESS_IFRAME = `await insert('<iframe credentialless src="' + url + '">');`;
const SANDBOXED_IFRAME = `await insert('<iframe sandbox="allow-scripts" src="' + url + '">');`;
const WORKER = 'await new Promise((over) => { new Worker(url).onerror = over; });';

/** Frames and workers in pages with an embedder policy. */
const EMBEDDED: readonly OutsideCase[] = [
  ...(['other', 'named', 'own'] as const).map((to) =>
    page(`embedded-${to}`, IFRAME, FRAME, 'embedded-without-policy', { page: REQUIRE_CORP, to }),
  ),
  page('embedded-without-corp', IFRAME, WITH_POLICY, 'embedded-without-policy', { page: REQUIRE_CORP }),
  page('embedded-credentialless', IFRAME, FRAME, 'embedded-without-policy', { page: CREDENTIALLESS }),
  page('embedded-worker', WORKER, BODIES.script, 'embedded-without-policy', {
    page: REQUIRE_CORP,
    to: 'own',
  }),
];

const FORBIDS = (policy: string) => ({ 'Content-Security-Policy': policy });
const XHR =
  'await new Promise((over) => { const one = new XMLHttpRequest(); one.onloadend = over; one.open("GET", url); one.send(); });';
const STREAM = 'await new Promise((over) => { new EventSource(url).onerror = over; });';

/** What the page's own policy forbids. Of fetch(), beacons and WebSockets Chrome tells DevTools nothing. */
const POLICY: readonly OutsideCase[] = [
  ...TO.flatMap((to) => [
    page(`csp-${to}-xhr`, XHR, SERVED, 'content-security-policy', {
      to,
      page: FORBIDS("default-src 'self' 'unsafe-inline'"),
    }),
    page(`csp-${to}-image`, load('image'), BODIES.image, 'content-security-policy', {
      to,
      page: FORBIDS("img-src 'self'"),
    }),
  ]),
  page('csp-connect', XHR, SERVED, 'content-security-policy', { page: FORBIDS("connect-src 'self'") }),
  page('csp-eventsource', STREAM, SERVED, 'content-security-policy', { page: FORBIDS("connect-src 'none'") }),
  page('csp-two', XHR, SERVED, 'content-security-policy', {
    page: FORBIDS("connect-src *, connect-src 'self'"),
  }),
  page('csp-stylesheet', load('stylesheet'), BODIES.stylesheet, 'content-security-policy', {
    page: FORBIDS("style-src 'self'"),
  }),
  page('csp-script', load('script'), BODIES.script, 'content-security-policy', {
    page: FORBIDS("script-src 'self' 'unsafe-inline'"),
  }),
  page(
    'csp-cors-script',
    'await load("crossorigin script", url);',
    BODIES.script,
    'content-security-policy',
    {
      page: FORBIDS("script-src 'self' 'unsafe-inline'"),
    },
  ),
  page(
    'csp-meta',
    `const meta = document.createElement('meta'); meta.httpEquiv = 'Content-Security-Policy';
     meta.content = "connect-src 'self'"; document.head.append(meta); ${XHR}`,
    SERVED,
    'content-security-policy',
  ),
];

const KEPT = withHeader(BODIES.image, 'Cache-Control', 'max-age=600');
const CROSSORIGIN_IMAGE = 'await load("crossorigin image", url);';
const THEN_CALL = `${load('image')} ${call('{}')}`;

/** Images that Chrome keeps, and that a later request needs CORS for. */
const CACHED: readonly OutsideCase[] = [
  ...TO.flatMap((to) => [
    page(`cached-${to}-call`, THEN_CALL, KEPT, 'cached-answer', { to }),
    page(`cached-${to}-image`, `${load('image')} ${CROSSORIGIN_IMAGE}`, KEPT, 'cached-answer', { to }),
  ]),
];

/** What looks like these, and is as it should be. */
const ORDINARY: readonly OutsideCase[] = [
  // Chrome asks again: the server it is that allows nobody.
  page('fresh-vary', THEN_CALL, withHeader(KEPT, 'Vary', 'Origin'), 'origin-not-allowed'),
  page('fresh-answer', THEN_CALL, BODIES.image, 'not-configured'),
  page('fine-cached', THEN_CALL, withHeader(KEPT, 'Access-Control-Allow-Origin', '*'), null),
  page('fine-integrity-own', `${checked('script')} ${STAY}`, BODIES.script, null, { to: 'own' }),
  // Nothing but the page's elements tells whose it is.
  page(
    'fine-integrity-own-no-referrer',
    `${checked('script', 'referrerpolicy="no-referrer"')} ${STAY}`,
    BODIES.script,
    null,
    { to: 'own' },
  ),
  page(
    'fine-integrity-cors',
    `${checked('script', 'crossorigin')} ${STAY}`,
    withHeader(BODIES.script, 'Access-Control-Allow-Origin', '*'),
    null,
  ),
  page(
    'fine-integrity-unknown',
    `await insert('<script integrity="md5-A" src="' + url + '">'); ${STAY}`,
    BODIES.script,
    null,
  ),
  page('fine-frame', IFRAME, FRAME, null),
  // COOP is for pages. Chrome refuses it to windows that a sandboxed frame opens, and never to a frame.
  ...TO.map((to) =>
    page(
      `fine-frame-${to}-coop`,
      SANDBOXED_IFRAME,
      withHeader(FRAME, 'Cross-Origin-Opener-Policy', 'same-origin'),
      null,
      { to },
    ),
  ),
  page('fine-frame-with-policy', IFRAME, OF_OTHERS, null, { page: REQUIRE_CORP }),
  page('fine-frame-own', IFRAME, WITH_POLICY, null, { page: REQUIRE_CORP, to: 'own' }),
  page('fine-frame-credentialless', CREDENTIALLESS_IFRAME, FRAME, null, { page: REQUIRE_CORP }),
  page('fine-policy', XHR, withHeader(SERVED, 'Access-Control-Allow-Origin', '*'), null, {
    page: FORBIDS("default-src 'unsafe-inline' http:"),
  }),
  page('fine-policy-reported', XHR, withHeader(SERVED, 'Access-Control-Allow-Origin', '*'), null, {
    page: { 'Content-Security-Policy-Report-Only': "connect-src 'self'" },
  }),
];

/** What the page itself has, or is sent with, decides these. */
export const PAGE_CASES: readonly OutsideCase[] = [
  ...INTEGRITY,
  ...POLICY,
  ...EMBEDDED,
  ...CACHED,
  ...ORDINARY,
];
