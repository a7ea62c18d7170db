import { getHeader } from '../../cors/index.ts';
import type { Fingerprint, ServerAnswer } from '../fingerprint.ts';

/**
 * The titles of nginx's own pages.
 * @see https://github.com/nginx/nginx/blob/master/src/http/ngx_http_special_response.c
 */
const PAGE_TITLES: Readonly<Record<number, string>> = {
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Authorization Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Not Allowed',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

/** The page without its title, which occurs twice, and without the server's name and version. */
const FRAME = `<html>\r\n<head><title></title></head>\r\n<body>\r\n<center><h1></h1></center>\r\n<hr><center></center>\r\n</body>\r\n</html>\r\n`;
/**
 * The padding that nginx adds to an error page if the client calls itself Chrome and `msie_padding` is on, which is the
 * default.
 */
const PADDING = '<!-- a padding to disable MSIE and Chrome friendly error page -->\r\n'.repeat(6);

/** How nginx names itself. `server_tokens` decides on the version. Ubuntu and Debian add their names. */
export const NGINX_SERVER = /^nginx(?:\/[\d.]+(?: \(.+\))?)?$/;

/** An answer whose body is a built-in page of nginx, so that nothing behind nginx made it. */
export const NGINX_PAGE = {
  own: true,
  status: Object.keys(PAGE_TITLES).map(Number),
  headers: { server: NGINX_SERVER, 'content-type': /^text\/html/ },
  contentLength: pageLengths,
} as const satisfies Partial<Fingerprint>;

/**
 * Where the documentation of oauth2-proxy has nginx and ingress-nginx send somebody without a login.
 * @see https://oauth2-proxy.github.io/oauth2-proxy/configuration/integration
 */
export const OAUTH2_LOGIN = /\/oauth2\/(?:start|sign_in)\?rd=/;

/** With and without padding, in bytes. The page names the server as the header does, `nginx/1.18.0 (Ubuntu)` included. */
function pageLengths({ status, headerList }: ServerAnswer): readonly number[] {
  const length = nginxPageLength(
    `${status} ${PAGE_TITLES[status] ?? ''}`,
    getHeader(headerList, 'Server') ?? '',
  );
  return [length, length + PADDING.length];
}

/** The length of nginx's own page with this title, in bytes, if it calls itself `server`. */
export function nginxPageLength(title: string, server: string): number {
  return FRAME.length + 2 * title.length + server.length;
}
