/** Returns the regular expression that matches only this origin. */
export function anchored(origin: string): string {
  return `^${origin.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}$`;
}
