import type { ExemptDocuments } from '../override/index.ts';
import { browser } from './browser.ts';
import { exemptingRule } from './session-rules.ts';

type Rule = chrome.declarativeNetRequest.Rule;

/** What is exempt already, as a text; read once, since nobody else sets any. Null while not known. */
let present: string | null = null;

/**
 * Makes documents be left alone by all header rules, from the moment they are there. Documents that are there already are
 * not concerned. These are dynamic rules: when session rules change, Chrome forgets which documents other session rules
 * have exempted.
 * @param beforeChange what is to be done before anything changes, since Chrome then forgets which documents were exempt
 * @returns whether anything has changed
 */
export async function setExemptDocuments(
  documents: readonly ExemptDocuments[],
  beforeChange: () => Promise<void> = async () => {},
): Promise<boolean> {
  const { declarativeNetRequest } = browser;
  const before = present ?? textOf((await declarativeNetRequest.getDynamicRules()).map(exemptedBy));
  const wanted = textOf(documents);
  if (before !== wanted) {
    await beforeChange();
    present = null;
    const ids = (await declarativeNetRequest.getDynamicRules()).map(({ id }) => id);
    const addRules = documents.map((one, index) => ({ ...exemptingRule(one), id: index + 1 }));
    await declarativeNetRequest.updateDynamicRules({ addRules, removeRuleIds: ids });
  }
  present = wanted;
  return before !== wanted;
}

function exemptedBy({ condition }: Rule): ExemptDocuments {
  return { url: condition.regexFilter ?? '', exceptHosts: condition.excludedRequestDomains ?? [] };
}

function textOf(documents: readonly ExemptDocuments[]): string {
  return documents.map(({ url, exceptHosts }) => [url, ...exceptHosts].join(' ')).join('\n');
}
