import { clientsOf, type HeaderSource, shortNames } from '../clients/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import { ALLOW_HEADERS } from './cors-headers.ts';

/** The number of libraries that are named, if several add the same headers. */
const MAX_NAMED_CLIENTS = 4;

/** Says who adds the headers that aren't allowed. Null if nobody is known to. */
export function sourceWords(sources: readonly HeaderSource[]): Sentence | null {
  const [first, ...others] = sources;
  if (first === undefined) return null;
  if (others.length === 0) return ofOne(first);
  const ofLibraries = sources.filter(isLibrary);
  if (ofLibraries.length === 0) return null;
  const listed = ofLibraries.flatMap(namedWithClients);
  const rest = sources.filter((source) => !isLibrary(source));
  if (rest.length === 0) return sentence('happenedLibraries', { names: listed, header: ALLOW_HEADERS });
  const own = rest.flatMap(({ names }) => names);
  const key = rest.every(({ type }) => type === 'page') ? 'happenedMixed' : 'happenedMixedUnknown';
  return sentence(key, { names: listed, rest: own, header: ALLOW_HEADERS });
}

function ofOne(source: HeaderSource): Sentence | null {
  switch (source.type) {
    case 'client':
      return sentence(source.names.length === 1 ? 'happenedSdkHeader' : 'happenedSdkHeaders', {
        header: ALLOW_HEADERS,
      });
    case 'one-of':
      return sentence('happenedOneOf', { clients: namesOf(source), header: ALLOW_HEADERS });
    case 'page':
      return source.clients.length === 0
        ? null
        : sentence('happenedMayAdd', {
            clients: namesOf(source),
            names: source.names,
            header: ALLOW_HEADERS,
          });
    case 'unknown':
      return null;
  }
}

/** Returns whether a library adds the headers, even if it isn't known which one. */
export function isLibrary({ type }: HeaderSource): boolean {
  return type === 'client' || type === 'one-of';
}

/** Returns header names with the library that adds them: `x-stainless-* (OpenAI)`. */
function namedWithClients(source: HeaderSource): readonly string[] {
  const names = namesOf(source);
  const shown = names.length > MAX_NAMED_CLIENTS + 1 ? [...names.slice(0, MAX_NAMED_CLIENTS), '…'] : names;
  return shortNames(source.names).map((name) => `${name} (${shown.join(', ')})`);
}

function namesOf(source: HeaderSource): readonly string[] {
  return clientsOf(source).map(({ name }) => name);
}

/** Returns the library's name, or the maker that several libraries share. Null if neither is known. */
export function sdkName(source: HeaderSource): string | null {
  if (source.type === 'client') return source.client.name;
  return source.type === 'one-of' && source.family !== 'tracing' ? source.family : null;
}
