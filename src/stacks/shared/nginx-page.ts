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
 * The lengths with and without padding, in bytes. The page names the server as the header does, including `nginx/1.18.0
 * (Ubuntu)`.
 */
function pageLengths({ status, headerList }: ServerAnswer): readonly number[] {
  const title = `${status} ${PAGE_TITLES[status] ?? ''}`;
  const length = FRAME.length + 2 * title.length + (getHeader(headerList, 'Server') ?? '').length;
  return [length, length + PADDING.length];
}
