import { expect, test } from 'vitest';
import { isLoopbackOrigin } from '../../src/cors/index.ts';

test.each([
  'http://localhost',
  'http://localhost:5174',
  'https://localhost:8443',
  'http://app.localhost:3000',
  'http://127.0.0.1',
  'http://[::1]:8080',
])('%s is loopback', (origin) => expect(isLoopbackOrigin(origin)).toBe(true));

test.each([
  'null',
  '',
  'localhost',
  'http://localhost/',
  'http://localhost:80',
  'HTTP://LOCALHOST',
  'http://localhost.example.test',
  'http://localhost.',
  'http://notlocalhost',
  'http://127.0.0.1.nip.test',
  'http://127.0.0.2',
  'http://2130706433',
  'http://0x7f.1',
  'http://0.0.0.0',
  'http://[::ffff:127.0.0.1]',
  'http://localhost@evil.test',
  'http://user@localhost',
  'https://example.test',
  'file://',
  'ftp://localhost',
  'chrome-extension://localhost',
])('%s is not loopback', (origin) => expect(isLoopbackOrigin(origin)).toBe(false));
