import type { Exchange } from '../cors/index.ts';
import {
  type ArgumentsFor,
  type MessageKey,
  type Sentence,
  type SentenceValue,
  sentence,
} from '../texts/index.ts';
import type { RuleMatch } from './rule-match.ts';

/** What the texts of a cause need beside the cause itself. */
export interface TextContext {
  readonly exchange: Exchange;
  /** The server's host and port. */
  readonly host: string;
  /** The same, with the name of the server's stack if it is sure. */
  readonly server: string;
  /** The URL of the request that failed. */
  readonly url: string;
  /** Whether whoever reads it runs the server: it is on this machine, or behind a tunnel to one. */
  readonly own: boolean;
}

/** One thing to do. */
export interface Advice {
  readonly sentence: Sentence;
  /**
   * `server`: the fix, which is nearly always on the server. `page`: a workaround in the page's code, without the
   * server.
   */
  readonly by: 'server' | 'page';
}

/** The texts of a cause that the detail view shows. The few words that a list shows are in `labels.ts`. */
export interface CauseTexts<One extends RuleMatch> {
  /** What is wrong, exactly, in one sentence. */
  readonly headline: (cause: One, context: TextContext) => Sentence;
  /** Why that stops the call. Null if the headline says it all. */
  readonly happened: (cause: One, context: TextContext) => Sentence | null;
  /** What to do, in order, beside the required headers, or if no header helps. */
  readonly advice: (cause: One, context: TextContext) => readonly Advice[];
}

/** Advice that fixes the cause. */
export function fix<Key extends MessageKey>(key: Key, ...values: ArgumentsFor<Key, SentenceValue>): Advice {
  return { sentence: sentence(key, ...values), by: 'server' };
}

/** Advice for the page's code, if nobody changes the server. */
export function inPageInstead<Key extends MessageKey>(
  key: Key,
  ...values: ArgumentsFor<Key, SentenceValue>
): Advice {
  return { sentence: sentence(key, ...values), by: 'page' };
}
