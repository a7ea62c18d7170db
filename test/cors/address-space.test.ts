import { expect, test } from 'vitest';
import { addressSpaceOf } from '../../src/cors/address-space.ts';

test.each([
  ['http://localhost:5173/', 'loopback'],
  ['http://app.localhost/', 'loopback'],
  ['http://127.0.0.1:8080', 'loopback'],
  ['ws://127.9.9.9/', 'loopback'],
  ['http://[::1]/', 'loopback'],
  ['http://10.0.0.1/', 'local'],
  ['http://192.168.1.20:8123/', 'local'],
  ['http://172.16.0.1/', 'local'],
  ['http://172.31.255.1/', 'local'],
  ['http://169.254.1.1/', 'local'],
  ['http://100.64.0.1/', 'local'],
  ['http://[fd12::1]/', 'local'],
  ['http://[fe80::1]/', 'local'],
  ['http://nas/', 'local'],
  ['http://printer.local/', 'local'],
  ['http://172.32.0.1/', null],
  ['http://100.128.0.1/', null],
  ['http://11.0.0.1/', null],
  ['http://[2001:db8::1]/', null],
  ['https://api.example.com/', null],
  ['https://10.example.com/', null],
  ['https://localhost.example.com/', null],
  ['null', null],
] as const)('%s is %s', (url, space) => {
  expect(addressSpaceOf(url)).toBe(space);
});
