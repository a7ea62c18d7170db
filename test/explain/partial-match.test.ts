import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { partialMatch } from '../../src/explain/partial-match.ts';
import { PUBLIC_SUFFIXES, registrableDomain } from '../../src/explain/public-suffixes.ts';

/** Debian's package `publicsuffix`. */
const PUBLIC_SUFFIX_LIST = '/usr/share/publicsuffix/public_suffix_list.dat';

test.each([
  ['shop.com', 'evilshop.com', 'end'],
  ['shop.co.uk', 'evilshop.co.uk', 'end'],
  ['www.shop.com.au', 'evilwww.shop.com.au', null],
  ['foo.github.io', 'evil-foo.github.io', 'end'],
  ['localhost', 'localhost.evil.co.uk', 'beginning'],
  ['shop.co.uk', 'shop.co.uk.evil.com', 'beginning'],
  ['shop.com', 'shop.com.evil.com', 'beginning'],
  ['shop.com', 'shop.common.com', 'beginning'],
])('%s and %s, both allowed: compared at %s', (meant, taken, part) => {
  expect(partialMatch(`https://${meant}`, `https://${taken}`)?.part ?? null).toBe(part);
});

test.each([
  ['one owner’s names', 'example.co.uk', 'my.example.co.uk'],
  ['one owner’s names', 'app.example.co.uk', 'myapp.example.co.uk'],
  ['one owner’s names', 'a.acme.workers.dev', 'ba.acme.workers.dev'],
  ['one name in two countries', 'example.com', 'example.com.au'],
  ['one name in two countries', 'www.example.co', 'www.example.co.uk'],
  ['one name in two countries', 'example.co', 'example.com'],
  ['two previews on a platform', 'acme.vercel.app', 'acme-git-main-acme.vercel.app'],
  ['a deploy preview', 'acme.netlify.app', 'deploy-preview-1--acme.netlify.app'],
  ['two stages', 'app.herokuapp.com', 'staging-app.herokuapp.com'],
  ['two that have nothing in common', 'example.co.uk', 'other.co.uk'],
])('no warning of %s: %s, %s', (_what, one, other) => {
  expect(partialMatch(`https://${one}`, `https://${other}`)).toBeNull();
  expect(partialMatch(`https://${other}`, `https://${one}`)).toBeNull();
});

test('a registrable domain has one label more than its public suffix', () => {
  const hosts = ['a.b.example.com', 'a.example.co.uk', 'foo.github.io', 'co.uk', 'localhost', 'a.example.fr'];
  expect(hosts.map(registrableDomain)).toEqual([
    'example.com',
    'example.co.uk',
    'foo.github.io',
    'co.uk',
    'localhost',
    'example.fr',
  ]);
});

test.skipIf(!existsSync(PUBLIC_SUFFIX_LIST))('each suffix stands in the Public Suffix List', () => {
  const lines = new Set(readFileSync(PUBLIC_SUFFIX_LIST, 'utf8').split('\n'));
  expect(PUBLIC_SUFFIXES).toContain('co.uk');
  expect([...PUBLIC_SUFFIXES].filter((suffix) => !lines.has(suffix))).toEqual([]);
});
