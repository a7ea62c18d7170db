import type { ExemptDocuments } from '../../src/override/exempt.ts';

/**
 * Whether a document is exempt, by the rules of declarativeNetRequest: a host that is left out stands for the names under
 * it, too.
 * @see https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#property-RuleCondition-excludedRequestDomains
 */
export function isMatchedBy(exempt: readonly ExemptDocuments[], documentUrl: string): boolean {
  const hostname = new URL(documentUrl).hostname.replace(/\.$/, '');
  const isBelow = (host: string) => hostname === host || hostname.endsWith(`.${host}`);
  return exempt.some(
    ({ url, exceptHosts }) => new RegExp(url, 'i').test(documentUrl) && !exceptHosts.some(isBelow),
  );
}
