import { currentHop, type Exchange, type SetCookie } from '../cors/index.ts';

/** The attributes that decide which calls a cookie comes with. */
const DECIDING = /^(?:SameSite=(?:Strict|Lax|None)|Secure|Partitioned)$/i;

/**
 * Gathers the cookies that each host was seen to set, by the host's name: ports don't tell cookies apart. Those that are alike
 * count once, so that there are few, however many answers set them.
 */
export function cookiesByHost(exchanges: readonly Exchange[]): ReadonlyMap<string, readonly SetCookie[]> {
  const byHost = new Map<string, Map<string, SetCookie>>();
  const add = (url: string, cookie: SetCookie) => {
    const hostname = hostnameOf(url);
    const known = byHost.get(hostname) ?? new Map<string, SetCookie>();
    known.set(`${cookie.origin} ${cookie.attributes}`, cookie);
    byHost.set(hostname, known);
  };
  for (const exchange of exchanges) {
    const { hops, origin, cookiesSet } = exchange;
    if (cookiesSet !== undefined) {
      for (const cookie of cookiesSet) add(currentHop(exchange).url, cookie);
      continue;
    }
    for (const { url, response } of hops)
      for (const [name, value] of response?.headerList ?? [])
        if (name.toLowerCase() === 'set-cookie') add(url, { attributes: deciding(value), origin });
  }
  return new Map([...byHost].map(([hostname, cookies]) => [hostname, inOrder(cookies)]));
}

/** The cookies that the server of an exchange was seen to set. */
export function cookiesFor(
  exchange: Exchange,
  byHost: ReadonlyMap<string, readonly SetCookie[]>,
): readonly SetCookie[] {
  return byHost.get(hostnameOf(currentHop(exchange).url)) ?? [];
}

function deciding(value: string): string {
  const parts = value.split(';').map((part) => part.trim());
  return parts.filter((part) => DECIDING.test(part)).join('; ');
}

/** The same order, whichever answer came first. */
function inOrder(cookies: ReadonlyMap<string, SetCookie>): readonly SetCookie[] {
  return [...cookies].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cookie]) => cookie);
}

function hostnameOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}
