import type { Client, HeaderSource } from '../../clients/index.ts';
import { type Sentence, sentence } from '../../texts/index.ts';
import type { CauseTexts } from '../cause-texts.ts';
import { allowHeaders } from '../extend-list.ts';
import { NAMED_IN_HEADLINE, NAMED_IN_LABEL, namedHeaders } from '../named-headers.ts';
import type { SdkHeader } from '../sdk-header.ts';
import { sourceWords } from '../source-words.ts';
import { headerNotAllowed } from './header-not-allowed.ts';

export const sdkHeader: CauseTexts<SdkHeader> = {
  label: ({ names, sources }) => {
    const { names: named, more } = namedHeaders(names, NAMED_IN_LABEL);
    if (more === null) return sentence('labelHeaders', { names: named });
    const sdks = sources.flatMap((source) => sdkName(source) ?? []);
    return sdks.length < sources.length
      ? sentence('labelHeadersMore', { names: named, count: more })
      : sentence('labelSdkHeaders', { clients: sdks });
  },
  headline: (cause, context) =>
    whose(cause, context.server) ?? headerNotAllowed.headline(asAnyHeader(cause), context),
  happened: ({ sources }) => sourceWords(sources),
  advice: allowHeaders,
};

/** The library's name, or of libraries that were made alike the maker's; null where nothing names them. */
function sdkName(source: HeaderSource): string | null {
  if (source.type === 'client') return source.client.name;
  return source.type === 'one-of' && source.family !== 'tracing' ? source.family : null;
}

const WHOSE = {
  client: ['headlineSdkHeader', 'headlineSdkHeaders', 'headlineSdkHeadersMore'],
  maker: ['headlineMadeWithHeader', 'headlineMadeWithHeaders', 'headlineMadeWithHeadersMore'],
  tracing: ['headlineTracingHeader', 'headlineTracingHeaders', 'headlineTracingHeadersMore'],
} as const;

/** The headline that names who adds the headers; null where that takes more than one sentence. */
function whose({ names: all, sources }: SdkHeader, server: string): Sentence | null {
  const { names, more } = namedHeaders(all, NAMED_IN_HEADLINE);
  const said = (kind: keyof typeof WHOSE, ...values: readonly (string | readonly string[])[]) => {
    const [one, several, counted] = WHOSE[kind];
    if (more !== null) return sentence(counted, server, names, more, ...values);
    return sentence(names.length === 1 ? one : several, server, names, ...values);
  };
  const [first, ...others] = sources;
  if (others.length === 0 && first?.type === 'one-of') {
    if (first.family === null) return null;
    return first.family === 'tracing'
      ? said('tracing')
      : said('maker', first.family, firstNames(first.clients));
  }
  const clients = sources.flatMap((source) => (source.type === 'client' ? source.client.name : []));
  return clients.length === sources.length ? said('client', clients) : null;
}

/** Of two clients both; of more the first, which most pages use. */
function firstNames([first, second, ...others]: readonly Client[]): string {
  const named = others.length === 0 ? [first, second] : [first];
  return named.flatMap((client) => client?.name ?? []).join(' / ');
}

function asAnyHeader(cause: SdkHeader) {
  return { ...cause, id: 'header-not-allowed' } as const;
}
