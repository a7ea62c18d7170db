import { jsOrigins, jsStrings } from '../quote/javascript.ts';
import type { ServerNeed } from '../server-need.ts';

/** How a CORS library calls its options, and what it makes of an empty list of request headers. */
export interface CorsLibrary {
  readonly methods: string;
  readonly headers: string;
  readonly exposed: string;
  /** With no request header listed: it allows none, or whatever is asked for. */
  readonly noHeaders: 'allows none' | 'allows all';
}

/** The npm package `cors`, which NestJS and Vite use, and those that took its options. */
export const CORS: CorsLibrary = {
  methods: 'methods',
  headers: 'allowedHeaders',
  exposed: 'exposedHeaders',
  noHeaders: 'allows none',
};

/**
 * The lines of an options object, without its braces.
 * @param origin the lines that say which origins are allowed
 */
export function corsOptions(
  library: CorsLibrary,
  need: ServerNeed,
  origin: readonly string[] = [`origin: ${jsOrigins(need.origins)},`],
): readonly string[] {
  // Always allowed, so that listing it allows nothing more.
  const noHeaders = library.noHeaders === 'allows all' ? ['accept'] : [];
  return [
    ...origin,
    `${library.methods}: ${jsStrings(need.methods)},`,
    `${library.headers}: ${jsStrings(need.headers.length === 0 ? noHeaders : need.headers)},`,
    ...(need.exposed.length === 0 ? [] : [`${library.exposed}: ${jsStrings(need.exposed)},`]),
    ...(need.credentials ? ['credentials: true,'] : []),
  ];
}

/** The lines as one text, each as far in as `by` says. */
export function indented(lines: readonly string[], by: string): string {
  return lines.flatMap((line) => line.split('\n').map((part) => by + part)).join('\n');
}
