import { type Exchange, hostOfHop } from '../cors/index.ts';
import type { Sentence } from '../texts/index.ts';
import type { CauseId, CauseOf, TextsById } from './cause.ts';
import type { Advice, TextContext } from './cause-texts.ts';
import { isOwnServer } from './own-server.ts';
import { CAUSES } from './registry.ts';
import type { RuleMatch } from './rule-match.ts';
import { serverName } from './server-name.ts';

const TEXTS: TextsById = CAUSES;

/** The root cause in a few words: its title. */
export function causeLabel<Id extends CauseId>(cause: CauseOf<Id>): Sentence {
  return TEXTS[cause.id].label(cause);
}

/** What really went wrong, in one sentence. */
export function causeHeadline<Id extends CauseId>(exchange: Exchange, cause: CauseOf<Id>): Sentence {
  return TEXTS[cause.id].headline(cause, contextOf(exchange, cause));
}

/** Why a cause stops the call; null if its headline says it all. */
export function whatHappened<Id extends CauseId>(exchange: Exchange, cause: CauseOf<Id>): Sentence | null {
  return TEXTS[cause.id].happened(cause, contextOf(exchange, cause));
}

/** What to do about a cause, in order: beside the headers that are needed, or where no header helps. */
export function adviceOn<Id extends CauseId>(exchange: Exchange, cause: CauseOf<Id>): readonly Advice[] {
  return TEXTS[cause.id].advice(cause, contextOf(exchange, cause));
}

function contextOf(exchange: Exchange, cause: RuleMatch): TextContext {
  const { hop } = cause.failure;
  const { url } = exchange.hops[hop] ?? exchange.hops[0];
  const [host, server] = [hostOfHop(exchange, hop), serverName(exchange, cause)];
  return { exchange, host, server, url, own: isOwnServer(url) };
}
