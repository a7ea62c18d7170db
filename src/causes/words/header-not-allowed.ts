import { sentence } from '../../texts/index.ts';
import type { CauseTexts } from '../cause-texts.ts';
import { ALLOW_HEADERS } from '../cors-headers.ts';
import { allowHeaders } from '../extend-list.ts';
import type { HeaderNotAllowed } from '../header-not-allowed.ts';
import { NAMED_IN_HEADLINE, namedHeaders } from '../named-headers.ts';
import { sourceWords } from '../source-words.ts';

export const headerNotAllowed: CauseTexts<HeaderNotAllowed> = {
  headline: (cause, { server }) => {
    const { names, more } = namedHeaders(cause.names, NAMED_IN_HEADLINE);
    if (more !== null) return sentence('headlineHeadersMore', { host: server, names, count: more });
    return sentence(names.length === 1 ? 'headlineHeader' : 'headlineHeaders', { host: server, names });
  },
  happened: ({ names, sources }) =>
    sourceWords(sources) ??
    sentence(names.length === 1 ? 'happenedHeader' : 'happenedHeaders', { header: ALLOW_HEADERS }),
  advice: allowHeaders,
};
