import type { Fingerprint } from '../fingerprint.ts';

/**
 * The lengths of HAProxy's own pages.
 * @see https://github.com/haproxy/haproxy/blob/master/src/http.c
 */
const PAGE_LENGTHS: Readonly<Record<number, number>> = {
  400: 90,
  401: 112,
  403: 93,
  404: 83,
  405: 146,
  429: 117,
  500: 97,
  502: 107,
  503: 107,
  504: 92,
};

/**
 * HAProxy adds no header to the answers that it forwards. Only its own pages are recognised: they even lack the date.
 */
export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    own: true,
    status: Object.keys(PAGE_LENGTHS).map(Number),
    headers: { 'cache-control': /^no-cache$/, 'content-type': /^text\/html$/, date: false, server: false },
    contentLength: ({ status }) => PAGE_LENGTHS[status] ?? Number.NaN,
  },
];
