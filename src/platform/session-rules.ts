import type { HeaderList } from '../cors/index.ts';
import type { OverrideRule } from '../override/index.ts';
import { browser } from './browser.ts';

type Rule = chrome.declarativeNetRequest.Rule;

/** The probe's rule, which comes and goes beside the others: their ids are positions, far below. */
const PROBE_RULE = 1_000_000;

/** The rules of overrides that are there, by id; read once, since nobody else sets any. Null while they are not known. */
let present: ReadonlyMap<number, Rule> | null = null;

/**
 * Makes the session rules of overrides exactly those given, in one step. Ids are positions, so an unchanged rule stays untouched.
 * @throws when the browser refuses a rule; then nothing has changed
 */
export async function setSessionRules(rules: readonly OverrideRule[]): Promise<void> {
  const { declarativeNetRequest } = browser;
  const desired = rules.map((rule, index) => toRule(rule, index + 1));
  const before =
    present ?? byId((await declarativeNetRequest.getSessionRules()).filter(({ id }) => id !== PROBE_RULE));
  const addRules = desired.filter((rule) => !sameRule(before.get(rule.id), rule));
  const kept = new Set(desired.filter((rule) => !addRules.includes(rule)).map(({ id }) => id));
  const removeRuleIds = [...before.keys()].filter((id) => !kept.has(id));
  present = null;
  if (addRules.length > 0 || removeRuleIds.length > 0) {
    await declarativeNetRequest.updateSessionRules({ addRules, removeRuleIds });
  }
  present = byId(desired);
}

/**
 * Has the worker's own OPTIONS requests to an origin carry these headers. They belong to no tab, and a page's service
 * worker, whose requests belong to none either, has another initiator: no page is touched.
 */
export async function setProbeRule(targetOrigin: string, requestHeaders: HeaderList): Promise<void> {
  const rule: Rule = {
    id: PROBE_RULE,
    priority: 1,
    action: {
      type: 'modifyHeaders',
      requestHeaders: requestHeaders.map(([header, value]) => ({ header, operation: 'set', value })),
    },
    condition: {
      tabIds: [-1],
      initiatorDomains: [browser.runtime.id],
      requestMethods: ['options'],
      urlFilter: `|${targetOrigin}/`,
    },
  };
  await browser.declarativeNetRequest.updateSessionRules({ addRules: [rule], removeRuleIds: [PROBE_RULE] });
}

/** Takes the probe's rule away; also one that a stopped worker left behind. */
export async function removeProbeRule(): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [PROBE_RULE] });
}

function byId(rules: readonly Rule[]): ReadonlyMap<number, Rule> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

function toRule({ priority, scope, set }: OverrideRule, id: number): Rule {
  return { id, priority, action: toAction(set), condition: toCondition(scope) };
}

/** A rule with `allow` keeps those of lower priority from changing headers. */
function toAction(set: OverrideRule['set']): Rule['action'] {
  if (set.length === 0) return { type: 'allow' };
  const changes = (wanted: 'request' | 'response') =>
    set.flatMap(({ of, name, value }) =>
      of === wanted ? { header: name, operation: 'set' as const, value } : [],
    );
  const [requestHeaders, responseHeaders] = [changes('request'), changes('response')];
  return {
    type: 'modifyHeaders',
    ...(requestHeaders.length > 0 ? { requestHeaders } : {}),
    ...(responseHeaders.length > 0 ? { responseHeaders } : {}),
  };
}

/**
 * Without `resourceTypes` a rule matches every kind of request, also the preflight of a beacon.
 * `urlFilter` is the only condition that sees the target's port.
 */
function toCondition({
  tabId,
  initiator,
  target,
  onlyOptions,
  unless,
}: OverrideRule['scope']): Rule['condition'] {
  return {
    tabIds: [tabId],
    ...('domain' in initiator
      ? { initiatorDomains: [initiator.domain] }
      : { excludedInitiatorDomains: [initiator.notDomain] }),
    urlFilter: 'origin' in target ? `|${target.origin}/` : `|${target.url.replaceAll('^', '*')}|`,
    ...(unless === null
      ? {}
      : {
          excludedResponseHeaders: [
            { header: unless.header, ...(unless.values === null ? {} : { values: [...unless.values] }) },
          ],
        }),
    ...(onlyOptions ? { requestMethods: ['options'] } : {}),
  };
}

/** Chrome hands rules back with their keys in another order. */
function sameRule(present: Rule | undefined, desired: Rule): boolean {
  return present !== undefined && canonical(present) === canonical(desired);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
    return Object.fromEntries(Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
