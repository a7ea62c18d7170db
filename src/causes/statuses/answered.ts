import { getHeader, type HeaderList, type Hop, type Response } from '../../cors/index.ts';
import { type KeysWith, type Sentence, sentence } from '../../texts/index.ts';
import type { TextContext } from '../cause-texts.ts';
import { ALLOW_ORIGIN } from '../cors-headers.ts';
import type { RuleMatch } from '../rule-match.ts';

/** An answer that its status or headers explain, and its request. */
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
  /** The headers of the call that were observed. */
  readonly request: HeaderList;
}

/**
 * A text about an answer: a key whose only value is the host, or a function that makes a sentence. It returns null if
 * it has nothing to say.
 */
export type Words = KeysWith<'host'> | ((of: Answered) => Sentence | null);

/** What an answer means, and what helps. */
export interface Meaning {
  /** What is wrong, in one sentence: first the server, then the value that tells. A key's value is the status. */
  readonly headline: KeysWith<'host' | 'status'> | ((of: Answered) => Sentence);
  /** Which layer sends the answer, and why it has no CORS headers. A key's value is the header's name. */
  readonly why: KeysWith<'header'> | ((of: Answered) => Sentence);
  /** What can be done in the page's code, or by the person who looks at the page. */
  readonly page: readonly Words[];
  /** What can be done by the people who run the server. */
  readonly server: readonly Words[];
  /** What helps beside that, and fixes nothing by itself. */
  readonly besides?: readonly Words[];
  /** Whether the page's side comes first for who runs the server, too. */
  readonly pageFirst?: true;
}

/** Returns the answer that a cause is about. Null if none came. */
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
export function answerHeader({ answer }: Answered, name: string): string | null {
  return getHeader(answer.headerList, name);
}

/** A header of the call, or null. */
export function callHeader({ request }: Answered, name: string): string | null {
  return getHeader(request, name);
}

/** Makes sentences about an answer from these texts. */
export function sentencesOf(of: Answered, all: readonly Words[]): readonly Sentence[] {
  return all.flatMap((words) => {
    const one = typeof words === 'string' ? sentence(words, { host: of.context.host }) : words(of);
    return one ?? [];
  });
}

/** Makes the headline about an answer from its meaning. */
export function meaningHeadline(of: Answered, { headline }: Meaning): Sentence {
  if (typeof headline !== 'string') return headline(of);
  return sentence(headline, { host: of.context.server, status: of.status });
}

/** Says which layer sends the answer, and why it has no CORS headers. */
export function meaningWhy(of: Answered, { why }: Meaning): Sentence {
  return typeof why === 'string' ? sentence(why, { header: ALLOW_ORIGIN }) : why(of);
}
