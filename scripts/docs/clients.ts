import type { Client } from '../../src/clients/client.ts';
import { CLIENTS } from '../../src/clients/registry.ts';
import type { Stop } from '../../src/clients/stop.ts';
import { STOPS } from '../../src/clients/stops/registry.ts';
import { codes, table, WRITTEN } from './markdown.ts';

/** The text of docs/clients.md: which libraries add which request headers, and which setting stops them. */
export function clientsDocument(): string {
  const stops = [...STOPS].sort((one, other) => compare(one.client, other.client));
  const others = CLIENTS.filter((client) => !STOPS.some((stop) => stop.client === client)).sort(compare);
  return `${WRITTEN}

# Client libraries

Many libraries add request headers that the page's code never mentions. A server that doesn't list such a header blocks the call.
The panel names the library that added it. It knows ${CLIENTS.length} libraries by their headers.
What several libraries add alike names none of them, until another header, the script or the host settles it.

How to add a library: [CONTRIBUTING.md](../CONTRIBUTING.md#add-a-client-library).

## With a setting that stops the header

Each setting was run against the library itself. The panel shows the code where the server isn't yours, or doesn't let headers be listed.
A header under *can't do without* was seen to be needed: the server has to allow it.

${table(
  ['library', 'headers that tell of it', 'setting', "can't do without"],
  stops.map((stop) => [
    stop.client.name,
    headersOf(stop.client),
    `[\`${stop.setting}\`](${stop.docs})`,
    neededBy(stop),
  ]),
)}

## Known by their headers

No setting is known, or none was tried. \`*\` stands for any rest of a name.

${table(
  ['library', 'headers that tell of it'],
  others.map((client) => [client.name, headersOf(client)]),
)}
`;
}

function headersOf({ headers }: Client): string {
  return codes(headers.split(' '));
}

function neededBy({ needed, neededBy: domain }: Stop): string {
  if (needed === undefined) return '';
  return domain === undefined ? codes(needed.split(' ')) : `${codes(needed.split(' '))} (at \`${domain}\`)`;
}

function compare(one: Client, other: Client): number {
  return one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1;
}
