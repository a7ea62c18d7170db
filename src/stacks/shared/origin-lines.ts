import { developmentOnly } from './development-only.ts';

/** How a language writes what stands on an origin's line. */
export interface OriginLine {
  readonly quote: (text: string) => string;
  /** What begins a comment, such as `#`. */
  readonly comment: string;
  readonly indent: string;
}

/** One line per origin, each ending in a comma; those that are only for development say so. */
export function originLines(origins: readonly string[], { quote, comment, indent }: OriginLine): string {
  return origins
    .map((origin) => {
      const remark = developmentOnly(origin, ` ${comment}`);
      return `${indent}${quote(origin)},${remark}`;
    })
    .join('\n');
}
