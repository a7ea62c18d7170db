/**
 * True if a page and a target are same-site, so that the browser includes cookies with `SameSite=Lax` (the default) or
 * `Strict`. Ports don't count. Only for pages on loopback: other hosts would need the public suffix list.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#same-site
 */
export function isSameSite(pageOrigin: string, targetOrigin: string): boolean {
  const [page, target] = [new URL(pageOrigin), new URL(targetOrigin)];
  return page.protocol === target.protocol && siteHost(page.hostname) === siteHost(target.hostname);
}

/** `localhost` is a public suffix, so `a.b.localhost` has the registrable domain `b.localhost`. */
function siteHost(hostname: string): string {
  return /[^.]+\.localhost$/.exec(hostname)?.[0] ?? hostname;
}
