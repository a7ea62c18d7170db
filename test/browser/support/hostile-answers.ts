import { httpAnswer, type RawAnswer } from '../../servers/raw.ts';
import type { RawRequest } from '../../servers/raw-request.ts';

const ORIGIN = 'Access-Control-Allow-Origin';
const HEADERS = 'Access-Control-Allow-Headers';
const METHODS = 'Access-Control-Allow-Methods';

export const SCRIPT = '<script>window.hacked=1</script>';
export const IMAGE = '<img src=x onerror=window.hacked=1>';
const LONG = 64 * 1024;
/** 64 KB of tokens, none of which is asked for. */
export const LONG_LIST = Array.from(
  { length: LONG / 8 },
  (_, index) => `x-${String(index).padStart(4, '0')}`,
).join(', ');
export const LONG_VALUE = 'v'.repeat(LONG);

/** What a server says that means harm, or was never tested; by what is wrong with it. */
export const HOSTILE_ANSWERS: Readonly<Record<string, (request: RawRequest) => RawAnswer>> = {
  'no CORS header at all': ({ isPreflight }) => httpAnswer(isPreflight ? 204 : 200, []),
  'an empty Access-Control-Allow-Origin': () => httpAnswer(200, [[ORIGIN, '']]),
  'an origin that is none': () => httpAnswer(200, [[ORIGIN, '"*"']]),
  'a list of origins': ({ headers }) =>
    httpAnswer(200, [[ORIGIN, `${headers.get('origin')}, https://b.test`]]),
  'an unreadable list of headers': allowing([[HEADERS, 'x-asked; x-other']]),
  'an unreadable list of methods': allowing([
    [HEADERS, 'x-asked'],
    [METHODS, '(GET)'],
  ]),
  'a list of commas': allowing([[HEADERS, ',,,\t,,']]),
  'a header line without a colon': ({ headers }) =>
    `HTTP/1.1 200 -\r\n${ORIGIN} ${headers.get('origin')}\r\nnonsense\r\nContent-Length: 0\r\n\r\n`,
  'a folded header line': ({ headers }) =>
    `HTTP/1.1 200 -\r\n${ORIGIN}:\r\n ${headers.get('origin')}\r\n${HEADERS}: x-other\r\nContent-Length: 0\r\n\r\n`,
  'no status line': () => 'hello\r\n\r\n',
  'a hang-up in the preflight': () => null,
  'a hang-up in the middle of the preflight’s headers': () => `HTTP/1.1 204 -\r\n${ORIGIN}: http`,
  'a hang-up in the response': (request) =>
    request.isPreflight ? allowing([[HEADERS, 'x-asked']])(request) : null,
  'a hang-up in the middle of the body': (request) =>
    request.isPreflight
      ? allowing([[HEADERS, 'x-asked']])(request)
      : `HTTP/1.1 200 -\r\n${ORIGIN}: *\r\nContent-Length: 1000\r\n\r\nshort`,
  'a list of headers of 64 KB': allowing([[HEADERS, LONG_LIST]]),
  'an origin of 64 KB': () => httpAnswer(200, [[ORIGIN, `http://${LONG_VALUE}`]]),
  'another header of 64 KB': allowing([
    [HEADERS, 'x-other'],
    ['X-Long', LONG_VALUE],
  ]),
  'a script for an origin': () => httpAnswer(200, [[ORIGIN, SCRIPT]]),
  'an image for an origin': () => httpAnswer(200, [[ORIGIN, IMAGE]]),
  'markup in the list of headers': allowing([[HEADERS, `x-other, ${SCRIPT}, ${IMAGE}`]]),
  'markup in the list of methods': allowing([
    [HEADERS, 'x-asked'],
    [METHODS, `${SCRIPT}, ${IMAGE}`],
  ]),
  'markup in a header’s name': allowing([
    [HEADERS, 'x-other'],
    [SCRIPT, '1'],
    [`X-${IMAGE}`, '1'],
  ]),
  'markup where a redirect leads': () =>
    httpAnswer(302, [
      [ORIGIN, '*'],
      ['Location', `/"><script>alert(1)</script>${IMAGE}`],
    ]),
  'a script for a redirect': () =>
    httpAnswer(302, [
      [ORIGIN, '*'],
      ['Location', 'javascript:window.hacked=1'],
    ]),
  'bytes that are no UTF-8 in an origin': () => httpAnswer(200, [[ORIGIN, 'http://ex\xe4mple.test']]),
  'bytes that are no UTF-8 in a list': allowing([
    [HEADERS, 'x-other, \xff\xfe'],
    ['X-Bytes', '\x80\xff'],
  ]),
  'UTF-8 in a list': allowing([[HEADERS, `x-other, ${Buffer.from('x-ä').toString('latin1')}`]]),
  'text that turns its direction': allowing([
    [HEADERS, `x-other, ${Buffer.from('\u202egnp.exe').toString('latin1')}`],
  ]),
  'two origins that are the same': () =>
    httpAnswer(200, [
      [ORIGIN, '*'],
      [ORIGIN, '*'],
    ]),
  'two lists of headers': allowing([
    [HEADERS, 'x-one'],
    [HEADERS, 'x-two'],
  ]),
  'a preflight status that is none': ({ headers }) =>
    httpAnswer(999, [[ORIGIN, headers.get('origin') ?? '']]),
};

/** Allows the origin and says `headers` in the preflight; the response is fine. */
function allowing(headers: readonly (readonly [string, string])[]): (request: RawRequest) => string {
  return (request) => {
    const origin = [ORIGIN, request.headers.get('origin') ?? ''] as const;
    return request.isPreflight ? httpAnswer(200, [origin, ...headers]) : httpAnswer(200, [origin]);
  };
}
