import type { CauseTexts } from './cause-texts.ts';
import type { CAUSES } from './registry.ts';

/** The root causes that the panel and the report name. */
export type CauseId = keyof typeof CAUSES;

type DetailsIn<Texts> = Texts extends CauseTexts<infer One> ? One : never;
type FoundById = { readonly [Id in CauseId]: DetailsIn<(typeof CAUSES)[Id]> };

/** The cause with this id, and what is known of it. */
export type FoundOf<Id extends CauseId> = FoundById[Id] & { readonly id: Id };

/** One cause, as its file finds it: each file of a cause says what is known of it. */
export type FoundCause = FoundById[CauseId];

/**
 * What really went wrong, with the step after it. The files of causes don't know of that step: they would import the
 * list of all causes, which imports them.
 */
export type Cause = FoundCause & {
  /** The cause that will stop the call after this one, if known. */
  readonly next: Cause | null;
};

/** The texts of every cause, by its id. */
export type TextsById = { readonly [Id in CauseId]: CauseTexts<FoundById[Id]> };
