import { type Exchange, hostOfHop } from '../cors/index.ts';
import type { Sentence } from '../texts/index.ts';
import type { CauseId, FoundOf, TextsById } from './cause.ts';
import type { Advice, TextContext } from './cause-texts.ts';
import { isOwnServer } from './own-server.ts';
import { CAUSES } from './registry.ts';
import type { RuleMatch } from './rule-match.ts';
import { serverName } from './server-name.ts';

const TEXTS: TextsById = CAUSES;

/** Says what really went wrong, in one sentence. */
export function causeHeadline<Id extends CauseId>(exchange: Exchange, cause: FoundOf<Id>): Sentence {
  return TEXTS[cause.id].headline(cause, contextOf(exchange, cause));
}

/** Says why a cause stops the call. Null if its headline says it all. */
export function whatHappened<Id extends CauseId>(exchange: Exchange, cause: FoundOf<Id>): Sentence | null {
  return TEXTS[cause.id].happened(cause, contextOf(exchange, cause));
}

/** Says what to do about a cause, in order, beside the required headers, or if no header helps. */
export function adviceOn<Id extends CauseId>(exchange: Exchange, cause: FoundOf<Id>): readonly Advice[] {
  return TEXTS[cause.id].advice(cause, contextOf(exchange, cause));
}

function contextOf(exchange: Exchange, cause: RuleMatch): TextContext {
  const { hop } = cause.failure;
  const { url } = exchange.hops[hop] ?? exchange.hops[0];
  const [host, server] = [hostOfHop(exchange, hop), serverName(exchange, cause)];
  return { exchange, host, server, url, own: isOwnServer(url) };
}
