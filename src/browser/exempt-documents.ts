import { browser } from './browser.ts';
import { EXEMPT_PRIORITY } from './session-rules.ts';

type Rule = chrome.declarativeNetRequest.Rule;

/** What is exempt already; read once, since nobody else sets any. Null while not known. */
let present: readonly string[] | null = null;

/**
 * Makes the documents whose URL matches be left alone by all header rules, with all that is in them, from the moment
 * they are there. Documents that are there already are not concerned. These are dynamic rules: when session rules
 * change, Chrome forgets which documents other session rules have exempted.
 * @param regexes in RE2's syntax
 * @param beforeChange what is to be done before anything changes, since Chrome then forgets which documents were exempt
 */
export async function setExemptDocuments(
  regexes: readonly string[],
  beforeChange: () => Promise<void> = async () => {},
): Promise<void> {
  const { declarativeNetRequest } = browser;
  const before = present ?? (await declarativeNetRequest.getDynamicRules()).map(regexOf);
  if (before.join('\n') !== regexes.join('\n')) {
    await beforeChange();
    present = null;
    const ids = (await declarativeNetRequest.getDynamicRules()).map(({ id }) => id);
    await declarativeNetRequest.updateDynamicRules({ addRules: regexes.map(toRule), removeRuleIds: ids });
  }
  present = regexes;
}

function toRule(regexFilter: string, index: number): Rule {
  return {
    id: index + 1,
    priority: EXEMPT_PRIORITY,
    action: { type: 'allowAllRequests' },
    condition: { regexFilter, resourceTypes: ['main_frame', 'sub_frame'] },
  };
}

function regexOf({ condition }: Rule): string {
  return condition.regexFilter ?? '';
}
