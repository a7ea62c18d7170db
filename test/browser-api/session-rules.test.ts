import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tabOwner } from '../../src/cors/owner.ts';
import type { ExemptDocuments } from '../../src/override/exempt.ts';
import type { OverrideRule, RuleScope } from '../../src/override/override-rule.ts';
import { FakeBrowser } from '../support/fake-browser.ts';
import { quit, runIn } from '../support/start-worker.ts';

const API = 'http://127.0.0.1:11434';

let fake: FakeBrowser;
let rules: typeof import('../../src/browser/session-rules.ts');
beforeEach(async () => {
  fake = new FakeBrowser();
  const worker = fake.openWorker();
  rules = await runIn(fake, worker, () => import('../../src/browser/session-rules.ts'));
});
afterEach(() => {
  quit(fake);
  vi.unstubAllEnvs();
});

const EXEMPT_IN = new Map<number, readonly ExemptDocuments[]>();

function ruleFor(scope: Partial<RuleScope>): OverrideRule {
  const whole = {
    owner: tabOwner(7),
    initiator: { domain: 'localhost' },
    target: { origin: API },
    methods: null,
    unless: [],
  };
  const set = [{ of: 'response', name: 'Access-Control-Allow-Origin', value: 'http://localhost:1' }] as const;
  return { priority: 1, scope: { ...whole, ...scope }, set };
}

async function conditionsOf(scope: Partial<RuleScope>) {
  await rules.setSessionRules({ changes: [ruleFor(scope)], exemptIn: EXEMPT_IN });
  return fake.rules.session.map(({ condition }) => condition);
}

test('a redirect is known by its whole Location, in which stars and question marks stand for themselves', async () => {
  const [condition] = await conditionsOf({ location: `${API}/to?a*b` });
  expect(condition?.excludedResponseHeaders).toContainEqual({
    header: 'Location',
    excludedValues: [`${API}/to\\?a\\*b`],
  });
  expect(condition?.excludedResourceTypes).toEqual(['main_frame', 'sub_frame', 'object', 'script']);
});

test('a redirect whose fragment was cut is known by the rest of its Location', async () => {
  const [condition] = await conditionsOf({ location: `${API}/to#…` });
  expect(condition?.excludedResponseHeaders).toContainEqual({
    header: 'Location',
    excludedValues: [`${API}/to#*`],
  });
});

test('a call is meant with any query and fragment, and no other URL that begins like it', async () => {
  const filters = (await conditionsOf({ target: { call: `${API}/items` } })).map(
    ({ urlFilter }) => urlFilter,
  );
  expect(filters).toEqual([`|${API}/items|`, `|${API}/items?*`, `|${API}/items#*`]);
});

test('methods that rules have no name for are told as another', async () => {
  const [condition] = await conditionsOf({ methods: ['OPTIONS', 'PURGE', 'LINK', 'GET'] });
  expect(condition?.requestMethods).toEqual(['options', 'other', 'get']);
});

test('rules that stay are left as they are, and those that are not kept go without any being added', async () => {
  const [one, other] = [ruleFor({ owner: tabOwner(7) }), ruleFor({ owner: tabOwner(8) })];
  await rules.setSessionRules({ changes: [one], exemptIn: EXEMPT_IN });
  const [before] = fake.rules.session;
  await rules.setSessionRules({ changes: [one, other], exemptIn: EXEMPT_IN });
  expect(fake.rules.session).toContainEqual(before);
  expect(fake.rules.session).toHaveLength(2);
  await rules.keepSessionRules({ changes: [other, ruleFor({ owner: tabOwner(9) })], exemptIn: EXEMPT_IN });
  expect(fake.rules.session.map(({ condition }) => condition.tabIds)).toEqual([[8]]);
});

test("where there is no probe's rule nothing is changed for it: Chrome would forget who is exempt", async () => {
  await rules.removeProbeRule();
  expect(fake.calls.get('declarativeNetRequest.updateSessionRules')).toBeUndefined();
  await rules.setProbeRule(API, [['Origin', 'http://localhost:1']]);
  await rules.removeProbeRule();
  expect(fake.rules.session).toEqual([]);
});

test('in Firefox no rule depends on an answer, and each method has its own name', async () => {
  vi.stubEnv('MODE', 'firefox');
  rules = await runIn(fake, fake.openWorker(), () => import('../../src/browser/session-rules.ts'));
  const [condition] = await conditionsOf({ methods: ['OPTIONS', 'PURGE'] });
  expect(condition?.requestMethods).toEqual(['options', 'purge']);
  expect(Object.keys(condition ?? {})).not.toContain('excludedResponseHeaders');
  expect(Object.keys(condition ?? {})).not.toContain('responseHeaders');
});

test('in Chrome each rule for an answer depends on it, and methods without a name are others', async () => {
  const [condition] = await conditionsOf({ methods: ['OPTIONS', 'PURGE'] });
  expect(condition?.requestMethods).toEqual(['options', 'other']);
  expect(condition?.excludedResponseHeaders).toHaveLength(1);
});
