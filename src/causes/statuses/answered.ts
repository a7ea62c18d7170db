import { getHeader, type HeaderList, type Hop, type Response } from '../../cors/index.ts';
import { type KeysWith, type Sentence, sentence } from '../../texts/index.ts';
import type { TextContext } from '../cause-texts.ts';
import type { RuleMatch } from '../rule-match.ts';

/** An answer that is to be explained by its status or its headers, and the request that it is to. */
export interface Answered {
  readonly context: TextContext;
  readonly hop: Hop;
  readonly answer: Response;
  /** The status as text. */
  readonly status: string;
  /** Whether it answers a preflight, which has no body, no cookies and none of the call's headers. */
  readonly ofPreflight: boolean;
  /** Of the call, also where a preflight was answered. */
  readonly method: string;
  /** The headers of the call, as far as they were seen. */
  readonly request: HeaderList;
}

/** Words on an answer: a text with the host alone, or a sentence of more; null where it has nothing to say. */
export type Words = KeysWith<'host'> | ((of: Answered) => Sentence | null);

/** What an answer means, and what helps. */
export interface Meaning {
  /** What is wrong, in one sentence: the server first, then the telling value. A text alone is given the server and the status. */
  readonly headline: KeysWith<'host' | 'status'> | ((of: Answered) => Sentence);
  /** In which layer it arises, and why CORS headers are missing there; its value is that header's name. */
  readonly why: KeysWith<'header'>;
  /** What can be done in the page's code, or by who looks at the page. */
  readonly page: readonly Words[];
  /** What can be done by who runs the server. */
  readonly server: readonly Words[];
  /** What helps beside that, and fixes nothing by itself. */
  readonly besides?: readonly Words[];
  /** Whether the page's side comes first for who runs the server, too. */
  readonly pageFirst?: true;
}

/** The answer that a cause is about; null if none came. */
export function answeredOf({ failure }: RuleMatch, context: TextContext): Answered | null {
  const { hops } = context.exchange;
  const hop = hops[failure.hop] ?? hops[0];
  const ofPreflight = failure.stage === 'preflight';
  const answer = ofPreflight ? (hop.preflight?.response ?? null) : hop.response;
  if (answer === null) return null;
  return {
    context,
    hop,
    answer,
    status: `${answer.status}`,
    ofPreflight,
    method: hop.method,
    request: hop.requestHeaders ?? [],
  };
}

/** A header of the answer, or null. */
export function told({ answer }: Answered, name: string): string | null {
  return getHeader(answer.headerList, name);
}

/** A header of the call, or null. */
export function sent({ request }: Answered, name: string): string | null {
  return getHeader(request, name);
}

/** The sentences that these words make of an answer. */
export function saidOf(of: Answered, all: readonly Words[]): readonly Sentence[] {
  return all.flatMap((words) => {
    const one = typeof words === 'string' ? sentence(words, { host: of.context.host }) : words(of);
    return one ?? [];
  });
}

/** The headline that a meaning makes of an answer. */
export function meaningHeadline(of: Answered, { headline }: Meaning): Sentence {
  if (typeof headline !== 'string') return headline(of);
  return sentence(headline, { host: of.context.server, status: of.status });
}
