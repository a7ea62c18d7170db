import { expect, test } from 'vitest';
import { whyNotOpened } from './open-url.ts';

test.each([
  [
    'http://localhost:5173/',
    'net::ERR_CONNECTION_REFUSED at http://localhost:5173/',
    "Nothing answers at http://localhost:5173/: start the page's server first.",
  ],
  [
    'http://locahost:5173/',
    'net::ERR_NAME_NOT_RESOLVED at http://locahost:5173/',
    'No machine is known by the name locahost: is it spelled right?',
  ],
  [
    'http://localhost:6000/',
    'net::ERR_UNSAFE_PORT at http://localhost:6000/',
    "Browsers open no page on port 6000: let the page's server use another one.",
  ],
  [
    'https://localhost:5173/',
    'net::ERR_SSL_PROTOCOL_ERROR at https://localhost:5173/',
    "What answers at localhost:5173 doesn't speak https: try http://localhost:5173.",
  ],
  [
    'https://localhost:8443/',
    'net::ERR_CERT_AUTHORITY_INVALID at https://localhost:8443/',
    "The browser doesn't trust the certificate of localhost:8443 (ERR_CERT_AUTHORITY_INVALID): make it trusted, or use http://.",
  ],
  [
    'http://localhost:8443/',
    'net::ERR_EMPTY_RESPONSE at http://localhost:8443/',
    "What answers at localhost:8443 doesn't speak http: try https://localhost:8443.",
  ],
  [
    'http://localhost:5173/',
    'Navigation timeout of 30000 ms exceeded',
    "http://localhost:5173/ hasn't answered in 30 seconds.",
  ],
  [
    'http://localhost:5173/',
    'net::ERR_TOO_MANY_REDIRECTS at http://localhost:5173/',
    "The browser can't open http://localhost:5173/: ERR_TOO_MANY_REDIRECTS.",
  ],
  [
    'http://localhost:5173/',
    'Firefox: {"error":"unknown error","message":"Reached error page: about:neterror?e=connectionFailure&u=http%3A//localhost%3A5173/"}',
    "Nothing answers at http://localhost:5173/: start the page's server first.",
  ],
  [
    'https://localhost:8443/',
    'Firefox: {"error":"insecure certificate","message":""}',
    "The browser doesn't trust the certificate of localhost:8443 (insecure certificate): make it trusted, or use http://.",
  ],
  [
    'http://localhost:5173/',
    'Firefox: {"error":"timeout","message":"Navigation timed out after 30000 ms"}',
    "http://localhost:5173/ hasn't answered in 30 seconds.",
  ],
])('%s with %s is told in one sentence', (url, reason, sentence) => {
  expect(whyNotOpened(url, reason)).toBe(sentence);
});
