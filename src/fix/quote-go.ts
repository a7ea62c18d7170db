import { isLoopbackOrigin } from '../cors/index.ts';

/**
 * An interpreted string literal: whatever JSON escapes, Go escapes the same way.
 * @see https://go.dev/ref/spec#String_literals
 */
export function quoteGo(text: string): string {
  return JSON.stringify(text);
}

/** A slice of strings on one line. */
export function goStrings(values: readonly string[]): string {
  return `[]string{${values.map(quoteGo).join(', ')}}`;
}

/** A slice of origins, each on a line of its own; `indent` is that of the line it begins on. */
export function goOrigins(origins: readonly string[], indent = '\t'): string {
  const lines = origins.map((origin) => {
    const remark = isLoopbackOrigin(origin) ? ' // development only' : '';
    return `${indent}\t${quoteGo(origin)},${remark}\n`;
  });
  return `[]string{\n${lines.join('')}${indent}}`;
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
