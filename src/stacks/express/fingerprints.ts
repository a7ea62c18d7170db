import type { Fingerprint, ServerAnswer } from '../fingerprint.ts';
import { byteLength } from '../shared/body-length.ts';
import { NO_CORS, REFUSED } from '../shared/node-marks.ts';

const HTML_UTF8 = /^text\/html; charset=utf-8$/;

export const fingerprints: readonly Fingerprint[] = [
  { certainty: 'sure', headers: { 'x-powered-by': /^Express$/ } },
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [200],
    headers: { 'x-powered-by': /^Express$/, allow: /./, ...NO_CORS },
  },
  {
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'x-powered-by': /^Express$/, 'content-type': HTML_UTF8, ...NO_CORS },
    contentLength: finalHandlerLength,
  },
  {
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    headers: { 'x-powered-by': /^Express$/, ...REFUSED },
  },
  // Helmet removes X-Powered-By.
  {
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
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    // Of Helmet's, in front of finalhandler's, which other servers run, too.
    headers: {
      'content-security-policy': /^default-src 'none'$/,
      'content-type': HTML_UTF8,
      'x-dns-prefetch-control': /^o(?:n|ff)$/,
      ...NO_CORS,
    },
    contentLength: finalHandlerLength,
  },
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
