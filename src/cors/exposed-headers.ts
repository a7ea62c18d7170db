import type { CredentialsMode } from './credentials-mode.ts';
import { extractTokens, type HeaderList, salvageTokens } from './header-list.ts';

/** @see https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
const SAFELISTED_NAMES = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
];

/** @see https://fetch.spec.whatwg.org/#forbidden-response-header-name */
const FORBIDDEN_NAMES = ['set-cookie', 'set-cookie2'];

/**
 * The names of those response headers that a script of another origin cannot read, lower-cased, each once: exposing
 * them takes `Access-Control-Expose-Headers`. Those that are never readable are left out.
 * @see https://fetch.spec.whatwg.org/#concept-response-cors-exposed-header-name-list
 */
export function hiddenHeaderNames(headers: HeaderList, credentialsMode: CredentialsMode): readonly string[] {
  const exposed = (extractTokens(headers, 'Access-Control-Expose-Headers') ?? []).map((name) =>
    name.toLowerCase(),
  );
  if (credentialsMode === 'omit' && exposed.includes('*')) return [];
  const readable = new Set([...SAFELISTED_NAMES, ...FORBIDDEN_NAMES, ...exposed]);
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return [...names].filter((name) => !readable.has(name));
}

/**
 * The value of `Access-Control-Expose-Headers` that exposes `names` and what is exposed already. It has no wildcard, because
 * with credentials `*` is only a name.
 */
export function exposingValue(headers: HeaderList, names: readonly string[]): string {
  const exposed = salvageTokens(headers, 'Access-Control-Expose-Headers').filter((name) => name !== '*');
  const known = new Set(exposed.map((name) => name.toLowerCase()));
  return [...exposed, ...names.filter((name) => !known.has(name.toLowerCase()))].join(', ');
}
