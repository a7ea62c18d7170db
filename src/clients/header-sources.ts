import type { Client } from './client.ts';
import { clientsThatTell } from './clients-that-tell.ts';
import type { Family } from './family.ts';
import { holdsName } from './header-names.ts';
import { CLIENTS } from './registry.ts';
import { isOfPackage } from './script-package.ts';

/** A call as far as it tells who adds its headers. */
export interface CallWithHeaders {
  readonly url: string;
  /** All names of `Access-Control-Request-Headers`, lower-cased. */
  readonly asked: readonly string[];
  /** The URL of the script that made the call. `null` where that isn't known. */
  readonly script: string | null;
}

/** Who adds `names`. */
export type HeaderSource = { readonly names: readonly string[] } & (
  | { readonly type: 'client'; readonly client: Client }
  /** Libraries that add the same, and nothing tells which of them it is. */
  | { readonly type: 'one-of'; readonly clients: readonly Client[]; readonly family: Family | null }
  /** Names that pages set, by their own code or as an option of any library. `clients` set them, too. */
  | { readonly type: 'page'; readonly clients: readonly Client[] }
  | { readonly type: 'unknown' }
);

type Adder = HeaderSource extends infer One ? (One extends unknown ? Omit<One, 'names'> : never) : never;

/** Names that tell of no library. */
const ANYBODYS =
  'authorization content-type accept* range if-* cache-control pragma x-requested-with x-api-key api-key apikey x-csrf-token x-csrftoken x-xsrf-token x-auth-token x-access-token x-http-method-override x-request-id x-correlation-id';

/** Tells who adds header names to a call: one source for each library, the page, and what nobody knows. */
export function headerSources(names: readonly string[], call: CallWithHeaders): readonly HeaderSource[] {
  const possible = new Map<Client, boolean>();
  const isPossible = (client: Client) => {
    const found = possible.get(client) ?? mayMake(client, call.asked);
    possible.set(client, found);
    return found;
  };
  const tellers = (name: string) => clientsThatTell(name).filter(isPossible);
  // A header that only one library adds tells that it is there.
  const there = new Set(call.asked.map(tellers).flatMap((found) => (found.length === 1 ? found : [])));
  const bySource = new Map<string, HeaderSource>();
  for (const name of names) {
    const sure = [...there].filter(
      ({ headers, beside = '' }) => holdsName(headers, name) || holdsName(beside, name),
    );
    const adder = adderOf(name, sure.length > 0 ? sure : narrowed(tellers(name), call));
    const key = [adder.type, ...clientsOf(adder).map((client) => client.name)].join('\n');
    bySource.set(key, { ...adder, names: [...(bySource.get(key)?.names ?? []), name] });
  }
  return [...bySource.values()];
}

const TELLING = CLIENTS.filter(({ credentials }) => credentials !== undefined);

/** Whether a header name may be of a library of which it's known whether its calls include credentials. */
export function mayTellCredentials(name: string): boolean {
  return TELLING.some(({ headers }) => holdsName(headers, name));
}

/** Whether a library may make a call that asks for these headers. */
function mayMake({ always, without }: Client, asked: readonly string[]): boolean {
  const has = (list: string) => asked.some((name) => holdsName(list, name));
  return (always === undefined || has(always)) && (without === undefined || !has(without));
}

/** The libraries that a source may be. */
export function clientsOf(source: Adder): readonly Client[] {
  switch (source.type) {
    case 'client':
      return [source.client];
    case 'one-of':
    case 'page':
      return source.clients;
    case 'unknown':
      return [];
  }
}

function adderOf(name: string, clients: readonly Client[]): Adder {
  const [client, ...others] = clients;
  if (client === undefined && !holdsName(ANYBODYS, name)) return { type: 'unknown' };
  if (client !== undefined && others.length === 0) return { type: 'client', client };
  if (client === undefined || holdsName(ANYBODYS, name)) return { type: 'page', clients };
  const { family = null } = client;
  return {
    type: 'one-of',
    clients: [...clients.filter(isWidelyUsed), ...clients.filter((one) => !isWidelyUsed(one))],
    family: others.every((other) => other.family === family) ? family : null,
  };
}

/** The libraries that the script, or else the host, leaves of `clients`. */
function narrowed(clients: readonly Client[], { url, script }: CallWithHeaders): readonly Client[] {
  if (clients.length < 2) return clients;
  const byScript = clients.filter(
    ({ script: name }) => script !== null && name !== undefined && isOfPackage(script, name),
  );
  if (byScript.length > 0) return byScript;
  const { hostname } = new URL(url);
  const byHost = clients.filter(({ hosts = '' }) => isWithin(hostname, hosts));
  return byHost.length > 0
    ? clients.filter((client) => client.callsOthers === true || byHost.includes(client))
    : clients;
}

function isWithin(hostname: string, domains: string): boolean {
  return domains.split(' ').some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}

function isWidelyUsed({ widelyUsed }: Client): boolean {
  return widelyUsed === true;
}
