import { originLines } from '../shared/origin-lines.ts';
import { quoteDouble, quoteDoubles } from './double.ts';

/** A slice of strings on one line. */
export function goStrings(values: readonly string[]): string {
  return `[]string{${quoteDoubles(values)}}`;
}

/** A slice of origins, each on a line of its own, for a struct's field. */
export function goOrigins(origins: readonly string[]): string {
  return `[]string{\n${originLines(origins, { quote: quoteDouble, comment: '//', indent: '\t\t' })}\n\t}`;
}

/** A field of a struct, and its value as Go writes it; null for one that is left out. */
export type GoField = readonly [name: string, value: string | null];

/** A composite literal with a field per line. The values stand in a column, as gofmt has them. */
export function goStruct(type: string, first: GoField, ...rest: readonly GoField[]): string {
  const width = Math.max(...rest.map(([name, value]) => (value === null ? 0 : name.length))) + 2;
  const lines = rest.flatMap(([name, value]) =>
    value === null ? [] : [`\t${`${name}:`.padEnd(width)}${value},\n`],
  );
  return `${type}{\n\t${first[0]}: ${first[1]},\n${lines.join('')}}`;
}
