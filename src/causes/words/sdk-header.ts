import type { Client } from '../../clients/index.ts';
import { type Sentence, sentence } from '../../texts/index.ts';
import type { CauseTexts } from '../cause-texts.ts';
import { allowHeaders } from '../extend-list.ts';
import { NAMED_IN_HEADLINE, type NamedHeaders, namedHeaders } from '../named-headers.ts';
import type { SdkHeader } from '../sdk-header.ts';
import { sourceWords } from '../source-words.ts';
import { headerNotAllowed } from './header-not-allowed.ts';

export const sdkHeader: CauseTexts<SdkHeader> = {
  headline: (cause, context) =>
    headlineOfSource(cause, context.server) ?? headerNotAllowed.headline(asAnyHeader(cause), context),
  happened: ({ sources }) => sourceWords(sources),
  advice: allowHeaders,
};

/** Returns the headline that names who adds the headers. Null if that takes more than one sentence. */
function headlineOfSource({ names: all, sources }: SdkHeader, host: string): Sentence | null {
  const headers = namedHeaders(all, NAMED_IN_HEADLINE);
  const [first, ...others] = sources;
  if (others.length === 0 && first?.type === 'one-of') {
    if (first.family === null) return null;
    return first.family === 'tracing'
      ? ofTracing(host, headers)
      : ofMaker(host, headers, first.family, firstNames(first.clients));
  }
  const clients = sources.flatMap((source) => (source.type === 'client' ? source.client.name : []));
  return clients.length === sources.length ? ofClients(host, headers, clients) : null;
}

function ofTracing(host: string, { names, more }: NamedHeaders): Sentence {
  if (more !== null) return sentence('headlineTracingHeadersMore', { host, names, count: more });
  return sentence(names.length === 1 ? 'headlineTracingHeader' : 'headlineTracingHeaders', { host, names });
}

function ofMaker(host: string, { names, more }: NamedHeaders, maker: string, client: string): Sentence {
  if (more !== null) {
    return sentence('headlineMadeWithHeadersMore', { host, names, count: more, maker, client });
  }
  const key = names.length === 1 ? 'headlineMadeWithHeader' : 'headlineMadeWithHeaders';
  return sentence(key, { host, names, maker, client });
}

function ofClients(host: string, { names, more }: NamedHeaders, clients: readonly string[]): Sentence {
  if (more !== null) return sentence('headlineSdkHeadersMore', { host, names, count: more, clients });
  const key = names.length === 1 ? 'headlineSdkHeader' : 'headlineSdkHeaders';
  return sentence(key, { host, names, clients });
}

/** Names both of two clients, but only the first of more: the one that most pages use. */
function firstNames([first, second, ...others]: readonly Client[]): string {
  const named = others.length === 0 ? [first, second] : [first];
  return named.flatMap((client) => client?.name ?? []).join(' / ');
}

function asAnyHeader(cause: SdkHeader) {
  return { ...cause, id: 'header-not-allowed' } as const;
}
