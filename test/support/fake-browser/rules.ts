import { copied, type FakeContext } from './context.ts';

type Rule = chrome.declarativeNetRequest.Rule;

interface Update {
  readonly addRules?: readonly Rule[];
  readonly removeRuleIds?: readonly number[];
}

export interface FakeRulesApi {
  getSessionRules(filter?: { ruleIds?: number[] }): Promise<Rule[]>;
  getDynamicRules(filter?: { ruleIds?: number[] }): Promise<Rule[]>;
  updateSessionRules(update: Update): Promise<void>;
  updateDynamicRules(update: Update): Promise<void>;
}

const MOST = { session: 5_000, dynamic: 30_000 };
const MOST_REGEXES = 1_000;

/** The conditions that Chromium 156 knows, as far as they are used; others are refused. */
const CONDITIONS = new Set([
  'domainType',
  'domains',
  'excludedDomains',
  'excludedInitiatorDomains',
  'excludedRequestDomains',
  'excludedRequestMethods',
  'excludedResourceTypes',
  'excludedResponseHeaders',
  'excludedTabIds',
  'excludedTopDomains',
  'initiatorDomains',
  'isUrlFilterCaseSensitive',
  'regexFilter',
  'requestDomains',
  'requestMethods',
  'resourceTypes',
  'responseHeaders',
  'tabIds',
  'topDomains',
  'urlFilter',
]);

/** The session and dynamic rules of `declarativeNetRequest`. They are kept, not applied to requests. */
export class FakeRules {
  session: readonly Rule[] = [];
  dynamic: readonly Rule[] = [];

  api(context: FakeContext): FakeRulesApi {
    const call = <Result>(method: string, effect: () => Result) =>
      context.call(`declarativeNetRequest.${method}`, effect);
    return {
      getSessionRules: (filter) => call('getSessionRules', () => handedBack(this.session, filter)),
      getDynamicRules: (filter) => call('getDynamicRules', () => handedBack(this.dynamic, filter)),
      updateSessionRules: (update) =>
        call('updateSessionRules', () => {
          this.session = updated('session', this.session, copied(update));
        }),
      updateDynamicRules: (update) =>
        call('updateDynamicRules', () => {
          this.dynamic = updated('dynamic', this.dynamic, copied(update));
        }),
    };
  }
}

/** The whole update, or an error and nothing of it. Ids that aren't there may be removed. */
function updated(
  kind: 'session' | 'dynamic',
  before: readonly Rule[],
  { addRules = [], removeRuleIds = [] }: Update,
): readonly Rule[] {
  const after = before.filter(({ id }) => !removeRuleIds.includes(id));
  const ids = new Set(after.map(({ id }) => id));
  for (const rule of addRules) {
    checkRule(kind, rule);
    if (ids.has(rule.id)) throw new Error(`Rule with id ${rule.id} does not have a unique ID.`);
    ids.add(rule.id);
    after.push(rule);
  }
  const name = kind === 'session' ? 'Session' : 'Dynamic';
  if (after.length > MOST[kind]) throw new Error(`${name} rule count exceeded.`);
  const regexes = after.filter(({ condition }) => condition.regexFilter !== undefined).length;
  if (regexes > MOST_REGEXES) throw new Error(`${name} rule count for regex rules exceeded.`);
  return after;
}

function checkRule(kind: 'session' | 'dynamic', { id, condition, action }: Rule): void {
  if (!Number.isInteger(id) || id < 1)
    throw new Error(`Rule with id ${id} must have an ID greater than or equal to 1.`);
  for (const key of Object.keys(condition)) {
    if (!CONDITIONS.has(key))
      throw new Error(`Error at property 'condition': Unexpected property: '${key}'.`);
  }
  if (kind !== 'session' && (condition.tabIds ?? condition.excludedTabIds) !== undefined) {
    throw new Error(`Rule with id ${id} specifies an invalid value for "tabIds" key.`);
  }
  for (const { operation, value } of [...(action.requestHeaders ?? []), ...(action.responseHeaders ?? [])]) {
    if (operation !== 'remove' && value === undefined) {
      throw new Error(`Rule with id ${id} must provide a value for a header to be appended/set.`);
    }
  }
}

/** Chrome hands rules back with their keys in another order. */
function handedBack(rules: readonly Rule[], { ruleIds }: { ruleIds?: number[] } = {}): Rule[] {
  return rules.filter(({ id }) => ruleIds === undefined || ruleIds.includes(id)).map(sorted);
}

function sorted<Value>(value: Value): Value {
  return JSON.parse(
    JSON.stringify(value, (_key, entry: unknown) =>
      typeof entry !== 'object' || entry === null || Array.isArray(entry)
        ? entry
        : Object.fromEntries(Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1))),
    ),
  );
}
