import { CommandError } from '../commands/index.ts';
import type { HeaderList } from '../cors/index.ts';
import type { ExemptDocuments, HeaderPattern, OverrideRule } from '../override/index.ts';
import { OMITTED } from '../privacy/index.ts';
import { browser } from './browser.ts';
import { ownBrowser } from './own-browser.ts';
import { TAB_ID_NONE, tabIdOf } from './owner.ts';

type Rule = chrome.declarativeNetRequest.Rule;

/** Higher than the priority of every rule that changes headers. */
const EXEMPT_PRIORITY = 9;
/** The id of the probe's rule. The ids of overrides' rules are higher. */
const PROBE_RULE = 1;

/**
 * The ids of the overrides' rules that are set, by the rules' canonical text; null while not known. They are read once,
 * because nothing else sets session rules.
 */
let present: ReadonlyMap<string, number> | null = null;

/** The content of the session rules: header changes, and the documents that no rule may touch, by the id of their tab. */
export interface SessionRules {
  readonly changes: readonly OverrideRule[];
  readonly exemptIn: ReadonlyMap<number, readonly ExemptDocuments[]>;
}

/**
 * Replaces the overrides' session rules in one step. Rules that are set already stay as they are.
 * @throws CommandError if the browser refuses a rule; then nothing has changed
 */
export async function setSessionRules(rules: SessionRules): Promise<void> {
  const before = await presentRules();
  const desired = new Map(toRuleList(rules).map((rule) => [canonical(rule), rule]));
  const after = new Map([...before].filter(([text]) => desired.has(text)));
  let lastId = Math.max(PROBE_RULE, ...before.values());
  const addRules = [...desired].flatMap(([text, rule]): Rule[] => {
    if (after.has(text)) return [];
    after.set(text, ++lastId);
    return [{ ...rule, id: lastId }];
  });
  await replace(before, after, addRules);
}

/** Removes all rules of overrides but those given, and adds none. @throws CommandError if the browser refuses */
export async function keepSessionRules(rules: SessionRules): Promise<void> {
  const before = await presentRules();
  const kept = new Set(toRuleList(rules).map(canonical));
  await replace(before, new Map([...before].filter(([text]) => kept.has(text))), []);
}

async function presentRules(): Promise<ReadonlyMap<string, number>> {
  return present ?? idsOf(await browser.declarativeNetRequest.getSessionRules());
}

async function replace(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  addRules: Rule[],
): Promise<void> {
  const removeRuleIds = [...before].flatMap(([text, id]) => (after.has(text) ? [] : id));
  present = null;
  if (addRules.length > 0 || removeRuleIds.length > 0) await update({ addRules, removeRuleIds });
  present = after;
}

/**
 * Sets these headers on the extension's own OPTIONS requests to an origin. No page is affected: the rule is for requests
 * without a tab whose initiator is this extension. A page's service worker has no tab either, but another initiator.
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
      tabIds: [TAB_ID_NONE],
      initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
      requestMethods: ['options'],
      urlFilter: `|${targetOrigin}/`,
    },
  };
  await update({ addRules: [rule], removeRuleIds: [PROBE_RULE] });
}

/**
 * Removes the probe's rule, even one that a stopped worker left behind. Changes nothing if there is none, because any
 * change makes Chrome forget which documents session rules have exempted.
 */
export async function removeProbeRule(): Promise<void> {
  const [rule] = await browser.declarativeNetRequest.getSessionRules({ ruleIds: [PROBE_RULE] });
  if (rule === undefined) return;
  await update({ removeRuleIds: [PROBE_RULE] });
}

async function update(options: chrome.declarativeNetRequest.UpdateRuleOptions): Promise<void> {
  try {
    await browser.declarativeNetRequest.updateSessionRules(options);
  } catch (cause) {
    throw new CommandError({ code: 'rule-refused', parameters: {} }, String(cause), { cause });
  }
}

function idsOf(rules: readonly Rule[]): ReadonlyMap<string, number> {
  const ofOverrides = rules.filter(({ id }) => id !== PROBE_RULE);
  return new Map(ofOverrides.map(({ id, ...rule }) => [canonical(rule), id]));
}

function toRuleList({ changes, exemptIn }: SessionRules): readonly Omit<Rule, 'id'>[] {
  const exempting = [...exemptIn].flatMap(([tabId, documents]) =>
    documents.map((one) => exemptingRule(one, { tabIds: [tabId] })),
  );
  return [...exempting, ...changes.flatMap(toRules)];
}

/** Makes a rule that exempts documents from all rules of lower priority. @param inTabs the tabs; all by default */
export function exemptingRule(
  { url, exceptHosts }: ExemptDocuments,
  inTabs: Pick<Rule['condition'], 'tabIds'> = {},
): Omit<Rule, 'id'> {
  return {
    priority: EXEMPT_PRIORITY,
    action: { type: 'allowAllRequests' },
    condition: {
      ...inTabs,
      regexFilter: url,
      ...(exceptHosts.length === 0 ? {} : { excludedRequestDomains: [...exceptHosts] }),
      resourceTypes: ['main_frame', 'sub_frame'],
    },
  };
}

/** Makes one rule for each URL filter that the target needs. */
function toRules({ priority, scope, set }: OverrideRule): Omit<Rule, 'id'>[] {
  const onResponse = set.every(({ of }) => of === 'response');
  const action = toAction(set);
  return urlFiltersOf(scope.target).map((urlFilter) => ({
    priority,
    action,
    condition: { urlFilter, ...toCondition(scope, onResponse) },
  }));
}

function toAction(set: OverrideRule['set']): Rule['action'] {
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

/** A header that no server sends. */
const NEVER: HeaderPattern = { header: 'Preflight-Inspector-Never', values: null };

/** Redirects of these get no mark, because documents and scripts can read the fragment of their own URL. */
const NOT_MARKED: Rule['condition']['excludedResourceTypes'] = [
  'main_frame',
  'sub_frame',
  'object',
  'script',
];

/**
 * Without `resourceTypes` a rule matches every kind of request, even the preflight of a beacon. `urlFilter` is the only
 * condition that compares the target's port; it compares the fragment, too. Chrome evaluates a rule with a condition on
 * response headers when the headers arrive, and other rules before it sends the request. So every rule that changes the
 * response gets such a condition: it then also applies to requests that are pending already.
 */
function toCondition(
  { owner, initiator, methods, unless, onlyWith, location }: OverrideRule['scope'],
  onResponse: boolean,
): Omit<Rule['condition'], 'urlFilter'> {
  const another =
    location === undefined
      ? []
      : [
          {
            header: 'Location',
            excludedValues: [location.replaceAll(/[*?\\]/g, '\\$&').replaceAll(OMITTED, '*')],
          },
        ];
  return {
    tabIds: [tabIdOf(owner)],
    ...('domain' in initiator
      ? { initiatorDomains: [initiator.domain] }
      : { excludedInitiatorDomains: [initiator.notDomain] }),
    isUrlFilterCaseSensitive: true,
    ...(onResponse && ownBrowser.rulesSeeAnswers
      ? {
          excludedResponseHeaders: [
            ...(unless.length === 0 ? [NEVER] : unless).map(toHeaderInfo),
            ...another,
          ],
        }
      : {}),
    ...(onlyWith === undefined ? {} : { responseHeaders: [toHeaderInfo(onlyWith)] }),
    ...(location === undefined ? {} : { excludedResourceTypes: NOT_MARKED }),
    ...(methods === null ? {} : { requestMethods: [...new Set(methods.map(toRuleMethod))] }),
  };
}

type RuleMethod = NonNullable<Rule['condition']['requestMethods']>[number];

function toRuleMethod(method: string): RuleMethod {
  const name = method.toLowerCase();
  return isRuleMethod(name) ? name : 'other';
}

/** The type lists Chrome's names. Firefox has one for every method. */
function isRuleMethod(name: string): name is RuleMethod {
  return ownBrowser.ruleMethods?.includes(name) !== false;
}

/** In a filter `^` matches any separator and can't be escaped, so `*` stands for a literal `^`. */
function urlFiltersOf(target: OverrideRule['scope']['target']): readonly string[] {
  if ('origin' in target)
    return [`|${target.origin}/${target.fragment === undefined ? '' : `*#${target.fragment}|`}`];
  if ('call' in target) {
    const call = `|${target.call.replaceAll('^', '*')}`;
    return [`${call}|`, `${call}?*`, `${call}#*`];
  }
  const url = `|${target.url.replaceAll('^', '*')}`;
  if (target.fragment !== undefined) return [`${url}#${target.fragment}|`];
  // No filter matches one URL both with and without a fragment. A filter for its beginning comes nearest.
  return [target.anyFragment === true ? url : `${url}|`];
}

function toHeaderInfo({ header, values }: HeaderPattern): chrome.declarativeNetRequest.HeaderInfo {
  return { header, ...(values === null ? {} : { values: [...values] }) };
}

/** Serializes a value with sorted keys, because Chrome returns rules with their keys in another order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
    return Object.fromEntries(Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
