import { jsOrigins, jsStrings } from '../quote/javascript.ts';
import type { ServerNeed } from '../server-need.ts';

/** The names of a CORS library's options, and how it reads an empty list of request headers. */
export interface CorsLibrary {
  readonly methods: string;
  readonly headers: string;
  readonly exposed: string;
  /** With no request header listed, the library allows none, or any. */
  readonly noHeaders: 'allows none' | 'allows all';
}

/** The npm package `cors`, which NestJS and Vite use, and the packages with the same options. */
export const CORS_PACKAGE: CorsLibrary = {
  methods: 'methods',
  headers: 'allowedHeaders',
  exposed: 'exposedHeaders',
  noHeaders: 'allows none',
};

/**
 * Returns the lines of an options object, without its braces.
 * @param origin the lines that say which origins are allowed
 */
export function corsOptions(
  library: CorsLibrary,
  need: ServerNeed,
  origin: readonly string[] = [`origin: ${jsOrigins(need.origins)},`],
): readonly string[] {
  // A method that is always allowed. Listing it allows nothing more.
  const noHeaders = library.noHeaders === 'allows all' ? ['accept'] : [];
  return [
    ...origin,
    `${library.methods}: ${jsStrings(need.methods)},`,
    `${library.headers}: ${jsStrings(need.headers.length === 0 ? noHeaders : need.headers)},`,
    ...(need.exposed.length === 0 ? [] : [`${library.exposed}: ${jsStrings(need.exposed)},`]),
    ...(need.credentials ? ['credentials: true,'] : []),
  ];
}

/** Joins the lines, each indented by `by`. */
export function indented(lines: readonly string[], by: string): string {
  return lines.flatMap((line) => line.split('\n').map((part) => by + part)).join('\n');
}
