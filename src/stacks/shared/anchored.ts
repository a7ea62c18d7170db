/** The regular expression that matches just this origin. */
export function anchored(origin: string): string {
  return `^${origin.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}$`;
}
