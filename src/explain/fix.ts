import {
  RECIPES,
  type Recipe,
  type Recognition,
  recipeFor,
  type ServerNeed,
  type StackId,
  serverNeed,
  whoAnswered,
} from '../stacks/index.ts';
import type { ExplanationContext } from './context.ts';
import type { JudgedExchange } from './judged-exchange.ts';
import type { StackChoice } from './stack-choice.ts';

/** The server's fix: a stack's recipe, what the recipe is for, and why this stack was chosen. */
export interface Fix {
  readonly choice: StackChoice;
  /** Null if only the headers are shown. */
  readonly recipe: Recipe | null;
  readonly need: ServerNeed;
  /** The stack that was recognised, if its recipe is shown; null if the user chose the stack. */
  readonly recognition: Recognition | null;
}

/**
 * Selects the recipe for a blocked exchange: the one of the stack that the user named, else the one of the stack that
 * was recognised.
 * @returns null if no response header would help
 */
export function fixFor(
  { exchange, diagnosis }: JudgedExchange,
  context: Pick<ExplanationContext, 'stackChoice' | 'furtherOrigins' | 'askedFor'>,
): Fix | null {
  if (diagnosis.outcome !== 'blocked' && !exchange.overridden) return null;
  const { stackChoice, furtherOrigins, askedFor } = context;
  const need = serverNeed(exchange, diagnosis, { origins: furtherOrigins, askedFor });
  if (need === null) return null;
  const recognised = whoAnswered(exchange).find(({ stack }) => recipeFor(stack) !== null) ?? null;
  const choice = stackChoice ?? recognised?.stack ?? 'headers-only';
  return {
    choice,
    recipe: choice === 'headers-only' ? null : recipeFor(choice),
    need,
    recognition: stackChoice === null ? recognised : null,
  };
}

/** Lists every stack that has a recipe; recognised stacks come first. */
export function stacksFor({ exchange }: JudgedExchange): readonly StackId[] {
  const recognised = whoAnswered(exchange).map(({ stack }) => stack);
  const others = RECIPES.map(([stack]) => stack);
  return [...new Set([...recognised, ...others])].filter((stack) => others.includes(stack));
}
