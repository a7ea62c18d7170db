import type { Client } from './client.ts';
import { holdsName } from './header-names.ts';
import { CLIENTS } from './registry.ts';

/** Pages may send any names: beyond this many, what is known of them is found anew. */
const REMEMBERED_NAMES = 500;

const known = new Map<string, readonly Client[]>();

/** The libraries that a header name tells of. Lists judge thousands of calls by it, most with the same names. */
export function clientsThatTell(name: string): readonly Client[] {
  const found = known.get(name) ?? CLIENTS.filter(({ headers }) => holdsName(headers, name));
  if (known.size >= REMEMBERED_NAMES) known.clear();
  known.set(name, found);
  return found;
}
