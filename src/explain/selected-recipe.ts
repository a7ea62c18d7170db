import {
  type AlsoWanted,
  RECIPES,
  type Recipe,
  type Recognition,
  recipeFor,
  type ServerNeed,
  type StackId,
  serverNeed,
  whoAnswered,
} from '../stacks/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/** What the user said of a server: its stack, or that only the headers are to be shown. */
export type StackChoice = StackId | 'headers-only';

/** What is shown for a server: whose recipe, for what, and why that one. */
export interface Remedy {
  readonly choice: StackChoice;
  /** Null where only the headers are shown. */
  readonly recipe: Recipe | null;
  readonly need: ServerNeed;
  /** Who was recognised, if that is what is shown; null when the user chose. */
  readonly recognition: Recognition | null;
}

/**
 * The remedy for a blocked exchange: of the stack that the user named, else of the one that was recognised.
 * @returns null where nothing that a server sends would help
 */
export function remedyFor(
  { exchange, diagnosis }: JudgedExchange,
  chosen: StackChoice | null,
  also: AlsoWanted,
): Remedy | null {
  const need = serverNeed(exchange, diagnosis, also);
  const concerned = diagnosis.outcome === 'blocked' || exchange.overridden;
  if (need === null || !concerned) return null;
  const recognised = whoAnswered(exchange).find(({ stack }) => recipeFor(stack) !== null) ?? null;
  const choice = chosen ?? recognised?.stack ?? 'headers-only';
  return {
    choice,
    recipe: choice === 'headers-only' ? null : recipeFor(choice),
    need,
    recognition: chosen === null ? recognised : null,
  };
}

/** Every stack that there is a recipe for, those that were recognised first. */
export function stacksFor({ exchange }: JudgedExchange): readonly StackId[] {
  const recognised = whoAnswered(exchange).map(({ stack }) => stack);
  const others = RECIPES.map(([stack]) => stack);
  return [...new Set([...recognised, ...others])].filter((stack) => others.includes(stack));
}
