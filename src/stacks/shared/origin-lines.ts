import { developmentOnly } from './development-only.ts';

/** How a language writes the line of an origin. */
export interface OriginLine {
  readonly quote: (text: string) => string;
  /** The beginning of a comment, such as `#`. */
  readonly comment: string;
  readonly indent: string;
}

/**
 * Returns one line for each origin, with a comma at its end. Lines of origins on this machine say that they are for
 * development only.
 */
export function originLines(origins: readonly string[], { quote, comment, indent }: OriginLine): string {
  return origins
    .map((origin) => {
      const remark = developmentOnly(origin, ` ${comment}`);
      return `${indent}${quote(origin)},${remark}`;
    })
    .join('\n');
}
