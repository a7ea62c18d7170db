import type { ViolatedDirective } from '../../cors/index.ts';
import { matchesSourceList } from './match-source.ts';

/** A policy as the page states it. */
export interface StatedPolicy {
  readonly via: ViolatedDirective['via'];
  /** The value of a header `Content-Security-Policy`, or of a `<meta>`: it may hold several, separated by commas. */
  readonly value: string;
}

const MAX_SOURCES_CHARS = 1_000;

/**
 * The directives for what DevTools calls a request, the narrowest first.
 * @see https://w3c.github.io/webappsec-csp/#directive-fallback-list
 */
const DIRECTIVES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  xhr: ['connect-src'],
  fetch: ['connect-src'],
  eventsource: ['connect-src'],
  ping: ['connect-src'],
  image: ['img-src'],
  font: ['font-src'],
  media: ['media-src'],
  texttrack: ['media-src'],
  manifest: ['manifest-src'],
  stylesheet: ['style-src', 'style-src-elem'],
  script: ['script-src', 'script-src-elem'],
};

/**
 * Finds the directive that keeps Chrome from a request which is known to have been stopped before it was sent. Null where
 * the policies allow its URL.
 * @param resourceType DevTools' name for what was to be fetched
 * @param page the URL of the page
 * @see https://w3c.github.io/webappsec-csp/#parse-serialized-policy
 */
export function violatedDirective(
  policies: readonly StatedPolicy[],
  { url, resourceType, page }: { readonly url: string; readonly resourceType: string; readonly page: string },
): ViolatedDirective | null {
  const names = DIRECTIVES[resourceType];
  const [target, self] = [URL.parse(url), URL.parse(page)];
  if (names === undefined || target === null || self === null) return null;
  const [narrowest] = names;
  const all = policies.flatMap(({ via, value }) => value.split(',').map((policy) => ({ via, policy })));
  for (const { via, policy } of all) {
    const directives = parsed(policy);
    const directive = [...names.toReversed(), 'default-src'].find((name) => directives.has(name));
    const sources = directives.get(directive ?? '');
    if (directive === undefined || sources === undefined) continue;
    // With it, a script's URL counts for nothing.
    const isStrict = narrowest === 'script-src' && /'strict-dynamic'/i.test(sources);
    if (isStrict || !matchesSourceList(target, sources, self))
      return {
        directive,
        sources: sources.slice(0, MAX_SOURCES_CHARS),
        wanted: directive === 'default-src' ? narrowest : directive,
        via,
      };
  }
  return null;
}

/** Of a directive that is named twice the first counts. */
function parsed(policy: string): ReadonlyMap<string, string> {
  const directives = new Map<string, string>();
  for (const part of policy.split(';')) {
    const [, name, sources = ''] = /^\s*([^\s]+)\s*(.*?)\s*$/s.exec(part) ?? [];
    if (name !== undefined && !directives.has(name.toLowerCase()))
      directives.set(name.toLowerCase(), sources);
  }
  return directives;
}
