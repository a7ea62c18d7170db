import { isTruncatedUrl } from '../observe/index.ts';
import { MAX_RULE_URL_CHARS } from './target-observations.ts';

/** A URL without query and fragment. */
export function withoutQuery(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

/** True if a rule can be for the URL: it was kept whole, and isn't too long. */
export function fitsRule(url: string): boolean {
  return url.length <= MAX_RULE_URL_CHARS && !isTruncatedUrl(url);
}
