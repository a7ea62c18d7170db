import { type Cause, isItsOwnOrigin } from '../causes/index.ts';
import type { Diagnosis, Exchange } from '../cors/index.ts';
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
  /** The stack that was recognised for sure, if its recipe is shown; null if the user chose the stack. */
  readonly recognition: Recognition | null;
  /** The stack that it may be, where that isn't sure and the user has said nothing: only they can say so. */
  readonly probable: StackId | null;
}

/**
 * Selects the recipe for a blocked exchange: of the stack that the user named, else of the stack that was recognised
 * for sure. What is only likely picks none.
 * @returns null where nothing that a server sends would help
 */
export function fixFor(
  { exchange, diagnosis, cause }: JudgedExchange,
  context: Pick<ExplanationContext, 'stackChoice' | 'furtherOrigins' | 'askedFor'>,
): Fix | null {
  if (diagnosis.outcome !== 'blocked' && !exchange.overridden) return null;
  const { stackChoice, furtherOrigins, askedFor } = context;
  const need = serverNeed(exchange, diagnosis, { origins: furtherOrigins, askedFor });
  if (need === null) return null;
  const found = stackChoice === null ? changeable(exchange, diagnosis) : null;
  const isShown = cause === null || mends(cause, found, need) || !isSetUpAlready(cause, found, need.url);
  const recognised = isShown ? found : null;
  const recognition = recognised?.certainty === 'sure' ? recognised : null;
  const choice = stackChoice ?? recognition?.stack ?? 'headers-only';
  return {
    choice,
    recipe: choice === 'headers-only' ? null : recipeFor(choice),
    need,
    recognition,
    probable: recognition === null ? (recognised?.stack ?? null) : null,
  };
}

/** Whether the recipe of the stack that made the error in place of the app mends that error itself. */
function mends(cause: Cause, answeredBy: Recognition | null, need: ServerNeed): boolean {
  if (cause.id !== 'error-without-cors' || answeredBy?.certainty !== 'sure' || !answeredBy.own) return false;
  return recipeFor(answeredBy.stack)?.mendsOwnAnswer?.(need, cause.status) === true;
}

/**
 * Whether CORS is known to be set up, so that nobody is shown how to set it up: what answered the call isn't that code, or
 * is told the wrong origin.
 */
function isSetUpAlready(cause: Cause, answeredBy: Recognition | null, url: string): boolean {
  if (cause.id === 'origin-not-allowed') return isItsOwnOrigin(cause, url);
  if (cause.id === 'error-without-cors') return cause.preflighted || cause.allowed !== null;
  return cause.id === 'response-without-cors' && answeredBy?.certainty !== 'sure';
}

/**
 * The recognised stack that a recipe changes. Where a proxy is known to have made the answer that failed, nothing
 * behind it counts.
 */
function changeable(exchange: Exchange, { failures }: Diagnosis): Recognition | null {
  const who = whoAnswered(exchange);
  const to = failures[0]?.stage === 'preflight' ? 'preflight' : 'request';
  const maker = who.find((one) => one.own && one.to === to);
  return (maker === undefined ? who : [maker]).find(({ stack }) => recipeFor(stack) !== null) ?? null;
}

/** Lists every stack that has a recipe; recognised stacks come first. */
export function stacksFor({ exchange }: JudgedExchange): readonly StackId[] {
  const recognised = whoAnswered(exchange).map(({ stack }) => stack);
  const others = RECIPES.map(([stack]) => stack);
  return [...new Set([...recognised, ...others])].filter((stack) => others.includes(stack));
}
