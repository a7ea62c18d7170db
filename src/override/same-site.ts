/**
 * Whether cookies that keep to their site (`SameSite=Lax`, as they are by default, and `Strict`) go along from a page on
 * loopback: to the same scheme and host, whatever the port, or between names under one name under `localhost`.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#same-site
 */
export function isSameSite(pageOrigin: string, targetOrigin: string): boolean {
  const [page, target] = [new URL(pageOrigin), new URL(targetOrigin)];
  return page.protocol === target.protocol && siteHost(page.hostname) === siteHost(target.hostname);
}

/** `localhost` is a public suffix of its own: what is registrable is the name before it. */
function siteHost(hostname: string): string {
  return /[^.]+\.localhost$/.exec(hostname)?.[0] ?? hostname;
}
