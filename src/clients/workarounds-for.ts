import { type Sentence, sentence } from '../texts/index.ts';
import type { Client } from './client.ts';
import { CLIENTS, type ClientId, clientOf } from './registry.ts';
import type { Workaround } from './workaround.ts';

/** What a preflight asked of a server that doesn't allow all of it. */
export interface BlockedHeaders {
  readonly url: string;
  /** The header names that the server doesn't allow. */
  readonly names: readonly string[];
  /** All names of `Access-Control-Request-Headers`. */
  readonly asked: readonly string[];
}

/** How the libraries that add the blocked headers are kept from adding them: one workaround for each library. */
export function workaroundsFor({ url, names, asked }: BlockedHeaders): readonly Workaround[] {
  const { host } = new URL(url);
  const namesByClient = new Map<ClientId, string[]>();
  for (const name of names) {
    const id = clientOf(name, asked);
    if (id !== null) namesByClient.set(id, [...(namesByClient.get(id) ?? []), name]);
  }
  return [...namesByClient].map(([id, added]) => {
    const client = CLIENTS[id];
    const steps = client.stopSending?.(added, host) ?? [];
    return { summary: summaryOf(client, steps.length > 0, added, host), steps, docs: client.docs };
  });
}

function summaryOf(client: Client, hasSteps: boolean, names: readonly string[], host: string): Sentence {
  const { name, setting, stopSending } = client;
  if (hasSteps) return sentence('clientStopSending', name, names, host);
  if (stopSending === undefined && setting !== null) {
    return sentence('clientSetting', setting, name, names, host);
  }
  return sentence('clientNeedsHeaders', name, names);
}
