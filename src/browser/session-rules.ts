import { CommandError } from '../commands/index.ts';
import type { HeaderList } from '../cors/index.ts';
import type { ExemptDocuments, HeaderPattern, OverrideRule } from '../override/index.ts';
import { CUT } from '../privacy/index.ts';
import { browser } from './browser.ts';
import { TAB_ID_NONE, tabIdOf } from './owner.ts';

type Rule = chrome.declarativeNetRequest.Rule;

/** More than any rule that changes headers has. */
const EXEMPT_PRIORITY = 9;
/** The probe's rule, which comes and goes beside the others: their ids are higher. */
const PROBE_RULE = 1;

/** The ids of overrides' rules that are there, by what they say; read once, since nobody else sets any. Null while not known. */
let present: ReadonlyMap<string, number> | null = null;

/** What session rules say: which headers are changed, and which documents of a tab, by its id, are left alone by all rules. */
export interface SessionRules {
  readonly changes: readonly OverrideRule[];
  readonly exemptIn: ReadonlyMap<number, readonly ExemptDocuments[]>;
}

/**
 * Makes the session rules of overrides exactly those given, in one step. A rule that is there already stays untouched.
 * @throws CommandError when the browser refuses a rule; then nothing has changed
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

/** Takes away those rules of overrides that aren't given, and adds none. @throws CommandError when the browser refuses */
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
      tabIds: [TAB_ID_NONE],
      initiatorDomains: [browser.runtime.id],
      requestMethods: ['options'],
      urlFilter: `|${targetOrigin}/`,
    },
  };
  await update({ addRules: [rule], removeRuleIds: [PROBE_RULE] });
}

/**
 * Takes the probe's rule away; also one that a stopped worker left behind. Where there is none nothing is changed: any
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

/** @param inTabs which tabs are meant; all by default */
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

/** One rule for each form that the URLs of its target may have. */
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

/** Methods that rules have a name for. */
const RULE_METHODS = ['connect', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put'] as const;

/** A mark on what documents and scripts are loaded from would be seen by them. */
const NOT_MARKED: Rule['condition']['excludedResourceTypes'] = [
  'main_frame',
  'sub_frame',
  'object',
  'script',
];

/**
 * Without `resourceTypes` a rule matches every kind of request, also the preflight of a beacon. `urlFilter` is the only
 * condition that sees the target's port, and it sees the fragment, too. A rule with a condition on response headers is
 * looked for once these are there, others before the request is sent: so it also serves requests already under way.
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
            excludedValues: [location.replaceAll(/[*?\\]/g, '\\$&').replaceAll(CUT, '*')],
          },
        ];
  return {
    tabIds: [tabIdOf(owner)],
    ...('domain' in initiator
      ? { initiatorDomains: [initiator.domain] }
      : { excludedInitiatorDomains: [initiator.notDomain] }),
    isUrlFilterCaseSensitive: true,
    ...(onResponse
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

function toRuleMethod(method: string): (typeof RULE_METHODS)[number] | 'other' {
  return RULE_METHODS.find((name) => name === method.toLowerCase()) ?? 'other';
}

/** A caret stands for any separator: a star comes nearest to one that is meant as it is. */
function urlFiltersOf(target: OverrideRule['scope']['target']): readonly string[] {
  if ('origin' in target)
    return [`|${target.origin}/${target.fragment === undefined ? '' : `*#${target.fragment}|`}`];
  if ('call' in target) {
    const call = `|${target.call.replaceAll('^', '*')}`;
    return [`${call}|`, `${call}?*`, `${call}#*`];
  }
  const url = `|${target.url.replaceAll('^', '*')}`;
  if (target.fragment !== undefined) return [`${url}#${target.fragment}|`];
  // There is no filter for "this URL, with a fragment or without": that for all that begin so comes nearest.
  return [target.anyFragment === true ? url : `${url}|`];
}

function toHeaderInfo({ header, values }: HeaderPattern): chrome.declarativeNetRequest.HeaderInfo {
  return { header, ...(values === null ? {} : { values: [...values] }) };
}

/** Chrome hands rules back with their keys in another order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
    return Object.fromEntries(Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
