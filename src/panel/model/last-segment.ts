/** The end of a URL's path, by which people know a request: two segments, as the last alone is often `completions`. */
export function lastSegment(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return url;
  const segments = parsed.pathname.split('/').filter((segment) => segment !== '');
  return `${segments.slice(-2).join('/') || '/'}${parsed.search}`;
}
