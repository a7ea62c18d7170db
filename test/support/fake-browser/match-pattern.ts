/**
 * Whether a match pattern, such as `*://*.localhost/*`, matches a URL. Ports do not count.
 * @see https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
 */
export function matches(pattern: string, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname, search } = new URL(url);
  if (pattern === '<all_urls>') return /^(?:https?|wss?|ftp|file):$/.test(protocol);
  const [, scheme = '', host = '', path = ''] = /^([^:]+):\/\/([^/]*)(\/.*)$/.exec(pattern) ?? [];
  const schemeMatches = scheme === '*' ? /^(?:https?|wss?):$/.test(protocol) : protocol === `${scheme}:`;
  const domain = host.replace(/^\*\./, '').replace(/(?<!\]):(?:\d+|\*)$|(?<=\]):\d+$/, '');
  const hostMatches =
    host === '*' || hostname === domain || (host.startsWith('*.') && hostname.endsWith(`.${domain}`));
  const pathRegex = new RegExp(`^${path.split('*').map(escaped).join('.*')}$`);
  return schemeMatches && hostMatches && pathRegex.test(pathname + search);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Whether the hosts of `wanted` are all among those of `granted`. */
export function covers(granted: readonly string[], wanted: string): boolean {
  if (granted.includes(wanted)) return true;
  const [, host = ''] = /^[^:]+:\/\/([^/]*)\//.exec(wanted) ?? [];
  if (host === '' || host.includes('*'))
    return granted.some((one) => one === '*://*/*' || one === '<all_urls>');
  return granted.some((one) => matches(one, `http://${host}/`));
}
