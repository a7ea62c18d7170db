/** Returns the length of a body, in bytes. */
export function byteLength(body: string): number {
  return new TextEncoder().encode(body).length;
}

/** Returns a URL's path and query, as the server receives them. */
export function pathAndQuery(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
