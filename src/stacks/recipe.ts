import type { Failure } from '../cors/index.ts';
import type { PlainKey, Sentence } from '../texts/index.ts';
import type { PasteLocation } from './paste-location.ts';
import type { Restart } from './restart.ts';
import type { ServerNeed } from './server-need.ts';

/** What code is written in, for its colours. */
export type Language =
  | 'apache'
  | 'caddyfile'
  | 'csharp'
  | 'dockerfile'
  | 'go'
  | 'haproxy'
  | 'ini'
  | 'java'
  | 'javascript'
  | 'json'
  | 'lighttpd'
  | 'nginx'
  | 'php'
  | 'powershell'
  | 'python'
  | 'ruby'
  | 'rust'
  | 'shell'
  | 'text'
  | 'toml'
  | 'typescript'
  | 'xml'
  | 'yaml';

/** One step. Its text can be pasted as it is. */
export type RecipeStep =
  /** A command to run in a terminal. */
  | { readonly type: 'run'; readonly command: string }
  /** Code to put into `file`, which may also be a console's form. */
  | {
      readonly type: 'edit';
      readonly file: string;
      readonly place: PasteLocation;
      readonly language: Language;
      readonly code: string;
    };

/** The change that makes a stack send what is needed. */
export interface Recipe {
  /** `tests`: the tests apply it to the real server; `docs`: it follows `docs` and was not run. */
  readonly verifiedBy: 'tests' | 'docs';
  /** The stack's own documentation that it follows. */
  readonly docs: string;
  readonly steps: (need: ServerNeed) => readonly RecipeStep[];
  /** What makes the change take effect. */
  readonly restart: Restart;
  /** What readers have to know beside the code. */
  readonly notes?: readonly PlainKey[];
  /**
   * The settings that the recipe is about, each in a line as the product writes it. They are named where the stack is
   * only likely, so that its recipe isn't shown. Left out where code has to be written.
   */
  readonly settings?: (need: ServerNeed) => readonly string[];
  /**
   * Whether it mends an answer that the stack made in place of the app, other than by CORS. Such a recipe is shown
   * although CORS is set up.
   */
  readonly mendsOwnAnswer?: (need: ServerNeed, status: number) => boolean;
  /**
   * The variants of a recipe that depends on the system, or on the failures. They replace `steps` and `restart`, which
   * are those of the first variant. Empty if no change of the stack can help.
   */
  readonly variants?: (need: ServerNeed, failures: readonly Failure[]) => readonly RecipeVariant[];
}

/** One of several ways to make the change. */
export interface RecipeVariant {
  /** The system or product that the variant is for, as its makers write it. Empty for a single variant. */
  readonly label: string;
  /** The purpose of the variant, if the steps don't tell. */
  readonly aim?: Sentence;
  readonly steps: readonly RecipeStep[];
  readonly restart: Restart;
  /** What readers have to know beside this code, in place of the recipe's own notes. */
  readonly notes?: readonly PlainKey[];
}

/** Returns the variants of a recipe, or its steps as the only variant. */
export function variantsOf(
  recipe: Recipe,
  need: ServerNeed,
  failures: readonly Failure[],
): readonly RecipeVariant[] {
  const { restart, steps, variants } = recipe;
  return variants?.(need, failures) ?? [{ label: '', steps: steps(need), restart }];
}

/** Returns what readers have to know beside the code of a variant. */
export function notesOf(recipe: Recipe, variant: RecipeVariant): readonly PlainKey[] {
  return variant.notes ?? recipe.notes ?? [];
}
