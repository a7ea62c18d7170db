import type { ExemptDocuments } from '../override/index.ts';
import { browser } from './browser.ts';
import { exemptingRule } from './session-rules.ts';

type Rule = chrome.declarativeNetRequest.Rule;

/** The exempt documents as text; null while not known. They are read once, because nothing else sets dynamic rules. */
let present: string | null = null;

/**
 * Exempts documents from all header rules. This works for documents that are loaded afterwards, not for those that are
 * there already. The rules are dynamic ones, because a change of session rules makes Chrome forget which documents session
 * rules had exempted. In the same way a change of these rules makes Chrome forget which documents they had exempted.
 * @param beforeChange runs before the rules change
 * @returns true if the rules have changed
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
