import type { CauseTexts } from './cause-texts.ts';
import type { CAUSES } from './registry.ts';

/** The root causes that the panel and the report name. */
export type CauseId = keyof typeof CAUSES;

type DetailsIn<Texts> = Texts extends CauseTexts<infer One> ? One : never;
type Causes = { readonly [Id in CauseId]: DetailsIn<(typeof CAUSES)[Id]> };

/** The cause with this id, and what is known of it. */
export type CauseOf<Id extends CauseId> = Causes[Id] & { readonly id: Id };

/** What really went wrong. Each file of a cause says what is known of it. */
export type Cause = Causes[CauseId];

/** The texts of every cause, by its id. */
export type TextsById = { readonly [Id in CauseId]: CauseTexts<Causes[Id]> };
