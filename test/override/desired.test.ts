import { expect, test } from 'vitest';
import { ownerKey } from '../../src/cors/owner.ts';
import { desired, type OverrideContext, refreshed } from '../../src/override/desired.ts';
import { newOverride, type Override } from '../../src/override/override.ts';
import { NO_POLICY } from '../../src/override/policy.ts';
import { NOTHING_OBSERVED, type TabView } from '../../src/override/tab-documents.ts';
import { isMatchedBy } from './is-matched-by.ts';

const A = 'http://localhost:5174';
const B = 'http://localhost:9999';
const API = 'http://127.0.0.1:11434';
const NOW = 1_000_000;

const ofA = newOverride({ tabId: 1, pageOrigin: A, targetOrigin: API }, ['answer-preflight'], NOW);
const ofB = newOverride({ tabId: 2, pageOrigin: B, targetOrigin: API }, [], NOW);

/** A tab that shows a page, with frames. */
function showing(url: string, ...frames: readonly string[]): TabView {
  return {
    documents: [url, ...frames].map((one, frameId) => ({
      frameId,
      parentFrameId: frameId === 0 ? -1 : 0,
      documentId: String(frameId),
      url: one,
    })),
    observed: { ...NOTHING_OBSERVED, documentId: '0', pageIds: ['0'] },
    destinations: [],
  };
}

const SURROUNDINGS: OverrideContext = {
  views: new Map([
    [1, showing(`${A}/`)],
    [2, showing(`${B}/`)],
  ]),
  workerOrigins: null,
  policy: NO_POLICY,
  now: NOW + 1,
};

function desiredOf(overrides: readonly Override[], rest: Partial<OverrideContext> = {}) {
  const context = { ...SURROUNDINGS, ...rest };
  return desired(refreshed(overrides, context), context);
}

function isExemptIn(tabId: number, url: string): boolean {
  const { exempt, exemptIn } = desiredOf([ofA, ofB]);
  return isMatchedBy([...exempt, ...(exemptIn.get(tabId) ?? [])], url);
}

test('a page that has an override in another tab is left alone in this one, as any other of its host', () => {
  expect(isExemptIn(1, `${B}/`)).toBe(true);
  expect(isExemptIn(1, `${A}/`)).toBe(false);
  expect(isExemptIn(2, `${A}/`)).toBe(true);
  expect(isExemptIn(2, `${B}/`)).toBe(false);
  expect(isExemptIn(1, 'http://localhost:1/')).toBe(true);
});

test('of two pages that have overrides in one tab, the one that is not shown is left alone there', () => {
  const ofBHere = newOverride({ tabId: 1, pageOrigin: B, targetOrigin: API }, [], NOW);
  const views = new Map([[1, showing(`${A}/`)]]);
  const { exempt, exemptIn } = desiredOf([ofA, ofBHere], { views });
  const isExempt = (url: string) => isMatchedBy([...exempt, ...(exemptIn.get(1) ?? [])], url);
  expect([`${A}/`, `${B}/`].map(isExempt)).toEqual([false, true]);
});

test('where the browser tells of no service workers, their Origin is not rewritten', () => {
  const consented = newOverride(
    { tabId: 1, pageOrigin: A, targetOrigin: API },
    ['origin-rewrite', 'service-worker'],
    NOW,
  );
  const calls = [{ url: `${API}/v1`, methods: ['PUT'], opaque: false, conditional: false }];
  const replacedHeaders = ['request-origin'] as const;
  const observing = { ...consented, observations: { ...consented.observations, calls, replacedHeaders } };
  const rewritten = (workerOrigins: readonly string[] | null) => {
    const { rules } = desiredOf([observing], { workerOrigins });
    const rewriting = [...rules.values()].flat().filter(({ set }) => set.some(({ of }) => of === 'request'));
    return new Set(rewriting.map(({ scope }) => scope.owner.type));
  };
  expect(rewritten([])).toEqual(new Set(['tab', 'serviceWorker']));
  expect(rewritten(null)).toEqual(new Set(['tab']));
});

test('preflights are answered only while the page is in the tab, or a frame of it is', () => {
  const answersIn = (view: TabView) => desiredOf([ofA], { views: new Map([[1, view]]) }).answering.length;
  expect(answersIn(showing(`${A}/`))).toBe(1);
  expect(answersIn(showing('http://evil.test/'))).toBe(0);
  expect(answersIn(showing('http://evil.test/', `${A}/frame`))).toBe(1);
});

test('while the policy is not known there are no rules, and nothing ends', () => {
  const { rules, answering } = desiredOf([ofA], { policy: null });
  expect([rules.size, answering.length]).toEqual([0, 0]);
  expect(refreshed([ofA], { ...SURROUNDINGS, policy: null })[0]?.endedAt).toBeNull();
  const forbidding = { ...NO_POLICY, override: false };
  expect(refreshed([ofA], { ...SURROUNDINGS, policy: forbidding })[0]?.endedAt).toBe(NOW + 1);
});

test.each([
  ['time is up', ofA.expiresAt, ofA.expiresAt],
  ['the clock was set back to before it', NOW - 1, NOW - 1],
])('an override has ended once %s', (_when, now, endedAt) => {
  expect(refreshed([ofA], { ...SURROUNDINGS, now })[0]?.endedAt).toBe(endedAt);
});

test('service workers are not reached while one of another app on the host runs', () => {
  const reaching = newOverride({ tabId: 1, pageOrigin: A, targetOrigin: API }, ['service-worker'], NOW);
  const ruledTabs = (workerOrigins: readonly string[] | null) => {
    const rules = desiredOf([reaching], { workerOrigins }).rules.get(reaching.id) ?? [];
    return [...new Set(rules.map(({ scope }) => ownerKey(scope.owner)))];
  };
  expect(ruledTabs([A, 'https://example.test'])).toEqual(['1', 'worker']);
  expect(ruledTabs([A, B])).toEqual(['1']);
  // A build without the debugger can't tell.
  expect(ruledTabs(null)).toEqual(['1', 'worker']);
});
