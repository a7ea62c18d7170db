import { originLines } from '../shared/origin-lines.ts';
import { quoteDouble, quoteDoubles } from './double.ts';

/** Returns a slice of strings, on one line. */
export function goStrings(values: readonly string[]): string {
  return `[]string{${quoteDoubles(values)}}`;
}

/** Returns a slice of origins, each on a line of its own, for a struct's field. */
export function goOrigins(origins: readonly string[]): string {
  return `[]string{\n${originLines(origins, { quote: quoteDouble, comment: '//', indent: '\t\t' })}\n\t}`;
}

/** A field of a struct, and its value in Go. Null: the field is left out. */
export type GoField = readonly [name: string, value: string | null];

/** Returns a composite literal with a field on each line. The values are aligned, as gofmt does it. */
export function goStruct(type: string, first: GoField, ...rest: readonly GoField[]): string {
  const width = Math.max(...rest.map(([name, value]) => (value === null ? 0 : name.length))) + 2;
  const lines = rest.flatMap(([name, value]) =>
    value === null ? [] : [`\t${`${name}:`.padEnd(width)}${value},\n`],
  );
  return `${type}{\n\t${first[0]}: ${first[1]},\n${lines.join('')}}`;
}
