import type { CodeLocation } from '../../cors/index.ts';

/** A line of code as people name it: `chat.ts:41`. */
export function codePlace({ url, line }: CodeLocation): string {
  const path = URL.parse(url)?.pathname ?? url;
  return `${path.slice(path.lastIndexOf('/') + 1) || path}:${line}`;
}
