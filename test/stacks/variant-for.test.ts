import { expect, test } from 'vitest';
import { variantFor } from '../../src/stacks/variant-for.ts';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36';

const variants = ['macOS, Windows', 'Linux (systemd)', 'Docker'].map((label) => ({
  label,
  steps: [],
  restart: { type: 'server' } as const,
}));

test.each([
  [MAC, 'macOS, Windows'],
  [WINDOWS, 'macOS, Windows'],
  [LINUX, 'Linux (systemd)'],
  ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)', 'macOS, Windows'],
])('on %s the variant for that system comes first, or else the first', (userAgent, label) => {
  expect(variantFor(variants, '', userAgent)?.label).toBe(label);
});

test('what was picked is kept where it is offered', () => {
  expect(variantFor(variants, 'Docker', LINUX)?.label).toBe('Docker');
  expect(variantFor(variants, 'Kubernetes', LINUX)?.label).toBe('Linux (systemd)');
});

test('where there is none, none is shown', () => {
  expect(variantFor([], '', LINUX)).toBeNull();
});
