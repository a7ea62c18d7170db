import { getHeader, isRedirectStatus, originOf, type ViolatedDirective } from '../../cors/index.ts';
import type { HarEntry } from '../har-shape.ts';
import { type StatedPolicy, violatedDirective } from './violated-directive.ts';

/** How many documents' policies are remembered, the newest: those of the page and its frames. */
const MAX_DOCUMENTS = 20;

interface PolicedDocument {
  /** DevTools' name for the page that it is, or that embeds it. Its requests carry the same. */
  readonly pageref: string;
  readonly url: string;
  readonly policies: readonly StatedPolicy[];
}

/** The Content Security Policies of a page's documents, as DevTools tells their headers. */
export class PagePolicies {
  #documents: readonly PolicedDocument[] = [];

  /** Takes note of an entry if it is a document that the tab shows. */
  note({ pageref, _resourceType: type, request, response }: HarEntry): void {
    if (type !== 'document' || pageref === undefined) return;
    // A redirect and a download are never shown.
    if (isRedirectStatus(response.status) || (response._error ?? null) !== null) return;
    const policies = response.headers
      .filter(({ name }) => name.toLowerCase() === 'content-security-policy')
      // DevTools joins repeated headers with a line feed.
      .flatMap(({ value }) => value.split('\n').map((line) => ({ via: 'header', value: line }) as const));
    this.#documents = [...this.#documents, { pageref, url: request.url, policies }].slice(-MAX_DOCUMENTS);
  }

  /**
   * Finds the directive that a request violates which Chrome didn't send. Documents of other pages aren't asked.
   * @param meta the policies that the page's elements state
   */
  violatedBy(entry: HarEntry, meta: readonly string[]): ViolatedDirective | null {
    const { url, headers } = entry.request;
    const referrer = getHeader(
      headers.map(({ name, value }) => [name, value]),
      'Referer',
    );
    const asked = { url, resourceType: entry._resourceType ?? '' };
    const documents = this.#documents.filter(({ pageref }) => pageref === entry.pageref);
    for (const { url: page, policies } of documents.toReversed()) {
      if (referrer !== null && originOf(referrer) !== originOf(page)) continue;
      const found = violatedDirective(policies, { ...asked, page });
      if (found !== null) return found;
    }
    const page = referrer ?? documents.at(0)?.url ?? '';
    const stated = meta.map((value) => ({ via: 'meta', value }) as const);
    return violatedDirective(stated, { ...asked, page });
  }
}

/** Whether Chrome stopped a request of an http or https URL before it was sent, and didn't say why. */
export function isStoppedUnsent({ request, response: { status, _error: error } }: HarEntry): boolean {
  return error === '' && status === 0 && /^https?:/.test(request.url);
}
