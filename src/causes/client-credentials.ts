import { type Client, headerSources, mayTellCredentials } from '../clients/index.ts';
import { type CredentialsMode, currentHop, type Exchange, preflightQuestion } from '../cors/index.ts';

/** A library that makes a request, and the credentials mode that it always uses. */
export interface ClientCredentials {
  readonly client: Client;
  readonly mode: CredentialsMode;
}

/**
 * Returns the library that tells an exchange's credentials mode. Null if no library is sure, or if it has no fixed
 * mode.
 */
export function clientCredentials(exchange: Exchange): ClientCredentials | null {
  const { url, method, preflight } = currentHop(exchange);
  if (preflight === null) return null;
  const asked = preflightQuestion(preflight, { origin: exchange.origin, method }).headerNames;
  // Most calls ask for no header of such a library. Lists judge every call, so this has to be quick.
  if (!asked.some(mayTellCredentials)) return null;
  const script = exchange.location?.url ?? null;
  for (const source of headerSources(asked, { url, asked, script })) {
    const credentials = source.type === 'client' ? source.client.credentials : undefined;
    if (source.type === 'client' && credentials !== undefined)
      return { client: source.client, mode: credentials === 'included' ? 'include' : 'omit' };
  }
  return null;
}
