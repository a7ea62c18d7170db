/** The length of a body, in bytes. */
export function byteLength(body: string): number {
  return new TextEncoder().encode(body).length;
}

/** A URL's path and query, as a server is sent them. */
export function pathAndQuery(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
