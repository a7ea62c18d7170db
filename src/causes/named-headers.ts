/** The number of header names that a label and a headline show. The others are counted. */
export const NAMED_IN_LABEL = 1;
export const NAMED_IN_HEADLINE = 3;

/** The header names that a text shows, and how many it leaves out. */
export interface NamedHeaders {
  readonly names: readonly string[];
  /** The number of the others, as text. Null if all are named. */
  readonly more: string | null;
}

/** Cuts `names` to `most`, or to one more than that: "and 1 more" would be no shorter than the name. */
export function namedHeaders(names: readonly string[], most: number): NamedHeaders {
  if (names.length <= most + 1) return { names, more: null };
  return { names: names.slice(0, most), more: `${names.length - most}` };
}
