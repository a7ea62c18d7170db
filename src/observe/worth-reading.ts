import { getHeader, type HeaderList } from '../cors/index.ts';

/** Whether an answer is an error, or holds something that a script may want. */
export function isWorthReading(status: number, headers: HeaderList): boolean {
  if (status >= 400) return true;
  const isEmpty = status === 204 || status === 205 || getHeader(headers, 'Content-Length') === '0';
  return !isEmpty && !/^image\//i.test(getHeader(headers, 'Content-Type') ?? '');
}

/** Returns the URL of a WebSocket as the `http` or `https` URL that its handshake goes to; any other as it is. */
export function httpUrl(url: string): string {
  return url.replace(/^ws/, 'http');
}
