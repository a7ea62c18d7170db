import { getHeader, originOf, type ViolatedDirective } from '../../cors/index.ts';
import type { HarEntry } from '../har-shape.ts';
import { type StatedPolicy, violatedDirective } from './violated-directive.ts';

/** How many documents' policies are remembered: those of the page and its frames. */
const MAX_DOCUMENTS = 20;

interface PolicedDocument {
  readonly url: string;
  readonly policies: readonly StatedPolicy[];
}

/** The Content Security Policies of a page's documents, as DevTools tells their headers. */
export class PagePolicies {
  #documents: readonly PolicedDocument[] = [];

  /** Takes note of an entry if it is a document. A page forgets the one before. */
  note({ _resourceType: type, request, response }: HarEntry): void {
    if (type !== 'document') return;
    const isPage = request.headers.some(
      ({ name, value }) => /^sec-fetch-dest$/i.test(name) && value === 'document',
    );
    const policies = response.headers
      .filter(({ name }) => name.toLowerCase() === 'content-security-policy')
      // DevTools joins repeated headers with a line feed.
      .flatMap(({ value }) => value.split('\n').map((line) => ({ via: 'header', value: line }) as const));
    const kept = isPage ? [] : this.#documents;
    this.#documents = [...kept, { url: request.url, policies }].slice(-MAX_DOCUMENTS);
  }

  /**
   * Finds the directive that a request violates which Chrome didn't send.
   * @param meta the policies that the page's elements state
   */
  violatedBy(entry: HarEntry, meta: readonly string[]): ViolatedDirective | null {
    const { url, headers } = entry.request;
    const referrer = getHeader(
      headers.map(({ name, value }) => [name, value]),
      'Referer',
    );
    const asked = { url, resourceType: entry._resourceType ?? '' };
    for (const { url: page, policies } of this.#documents.toReversed()) {
      if (referrer !== null && originOf(referrer) !== originOf(page)) continue;
      const found = violatedDirective(policies, { ...asked, page });
      if (found !== null) return found;
    }
    const page = referrer ?? this.#documents.at(0)?.url ?? '';
    const stated = meta.map((value) => ({ via: 'meta', value }) as const);
    return violatedDirective(stated, { ...asked, page });
  }
}

/** Whether Chrome stopped a request of an http or https URL before it was sent, and didn't say why. */
export function isStoppedUnsent({ request, response: { status, _error: error } }: HarEntry): boolean {
  return error === '' && status === 0 && /^https?:/.test(request.url);
}
