/** A value as a string of JavaScript or TypeScript. */
export function quoteJavaScript(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
