import { sentence } from '../texts/index.ts';
import type { Client } from './client.ts';
import type { Family } from './family.ts';
import { FAMILY_STOPS } from './family-stops.ts';
import { holdsName } from './header-names.ts';
import { type CallWithHeaders, type HeaderSource, headerSources } from './header-sources.ts';
import { type Protocol, protocolOf } from './protocol-headers.ts';
import type { Stop } from './stop.ts';
import { STOPS } from './stops/registry.ts';
import type { Workaround } from './workaround.ts';

/** What a preflight asked of a server that doesn't allow all of it. */
export interface BlockedHeaders extends CallWithHeaders {
  /** The header names that the server doesn't allow. */
  readonly names: readonly string[];
}

/**
 * Says how the libraries that add the blocked headers are kept from adding them: only what was tried, and what was
 * seen. Of the headers that a protocol requires, it says that they have to be allowed.
 */
export function workaroundsFor({ names: blocked, ...call }: BlockedHeaders): readonly Workaround[] {
  const { host } = new URL(call.url);
  const required = blocked.filter((name) => protocolOf(name) !== null);
  const others = blocked.filter((name) => !required.includes(name));
  return [
    ...headerSources(others, call).flatMap((source) => ofSource(source, host)),
    ...[...new Set(required.map(protocolOf))].flatMap((protocol) => ofProtocol(protocol, required, host)),
  ];
}

function ofProtocol(
  protocol: Protocol | null,
  required: readonly string[],
  host: string,
): readonly Workaround[] {
  if (protocol === null) return [];
  const names = required.filter((name) => protocolOf(name) === protocol);
  const summary = sentence('clientProtocolHeaders', { protocol: protocol.name, names, host });
  return [{ summary, by: 'server', steps: [], docs: protocol.docs }];
}

function ofSource(source: HeaderSource, host: string): readonly Workaround[] {
  switch (source.type) {
    case 'client':
      return ofClient(source.client, source.names, host);
    case 'one-of':
      return ofOneOf(source.clients, source.family, source.names, host);
    case 'page':
    case 'unknown':
      return [];
  }
}

function ofClient(client: Client, names: readonly string[], host: string): readonly Workaround[] {
  const stop = stopOf(client);
  if (stop === undefined) return [];
  const needed = names.filter((name) => isNeeded(stop, name, host));
  const stopped = names.filter((name) => !needed.includes(name) && holdsName(stop.stops ?? '*', name));
  return [
    ...(stopped.length > 0 ? [stopping(stop, stopped, host)] : []),
    ...(needed.length > 0
      ? [
          {
            summary: sentence('clientNeedsHeaders', { client: client.name, names: needed }),
            by: 'server' as const,
            steps: [],
            docs: stop.docs,
          },
        ]
      : []),
  ];
}

function stopping(
  { client, setting, docs, steps: stepsFor }: Stop,
  names: readonly string[],
  host: string,
): Workaround {
  const steps = stepsFor(names, host);
  const summary =
    steps.length > 0
      ? sentence('clientStopSending', { client: client.name, names, host })
      : sentence('clientSetting', { setting, client: client.name, names, host });
  return { summary, by: 'page', steps, docs };
}

function isNeeded({ needed = '', neededBy }: Stop, name: string, host: string): boolean {
  const { hostname } = new URL(`http://${host}`);
  const asks = neededBy === undefined || hostname === neededBy || hostname.endsWith(`.${neededBy}`);
  return asks && holdsName(needed, name);
}

/** Settings of several libraries that may be meant. The page's developers know which of them they use. */
function ofOneOf(
  clients: readonly Client[],
  family: Family | null,
  names: readonly string[],
  host: string,
): readonly Workaround[] {
  const ofFamily = family === null ? undefined : FAMILY_STOPS[family];
  if (family !== null && ofFamily !== undefined) {
    const summary = sentence('clientFamilyStopSending', {
      maker: family,
      clients: clients.map(({ name }) => name),
      names,
      host,
    });
    return [{ summary, by: 'page', steps: ofFamily.steps(names), docs: ofFamily.docs }];
  }
  const stops = clients.flatMap((client) => stopOf(client) ?? []);
  const [first] = stops;
  if (first === undefined) return [];
  const settings = stops.map(({ client, setting }) => `${client.name}: ${setting}`);
  return [
    {
      summary: sentence('clientOneOfSettings', { names, host, settings }),
      by: 'page',
      steps: [],
      docs: first.docs,
    },
  ];
}

function stopOf(client: Client): Stop | undefined {
  return STOPS.find((stop) => stop.client === client);
}
