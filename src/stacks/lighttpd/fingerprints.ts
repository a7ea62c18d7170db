import type { Fingerprint, ServerAnswer } from '../fingerprint.ts';

/** How lighttpd names itself, unless `server.tag` says otherwise. */
const SERVER = /^lighttpd(?:\/[\d.]+)?$/;

/**
 * The titles of lighttpd's own pages.
 * @see https://github.com/lighttpd/lighttpd1.4/blob/master/src/http_status.c
 */
const PAGE_TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Payload Too Large',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** The length of the page without the title, which occurs in it twice. */
const FRAME_LENGTH = 315;

function pageLength({ status }: ServerAnswer): number {
  return FRAME_LENGTH + 2 * `${status} ${PAGE_TITLES[status] ?? ''}`.length;
}

export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    own: true,
    status: Object.keys(PAGE_TITLES).map(Number),
    headers: { server: SERVER, 'content-type': /^text\/html$/ },
    contentLength: pageLength,
  },
  { certainty: 'sure', headers: { server: SERVER } },
];
