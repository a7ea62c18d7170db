import type { Failure } from '../cors/index.ts';
import type { PlainKey, Sentence } from '../texts/index.ts';
import type { PasteLocation } from './paste-location.ts';
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
  | 'shell'
  | 'text'
  | 'toml'
  | 'typescript'
  | 'xml'
  | 'yaml';

/** One thing to do. What it says is pasteable as it stands. */
export type RecipeStep =
  /** To be typed in a terminal. */
  | { readonly type: 'run'; readonly command: string }
  /** To be put into `file`, which may also be a console's form. */
  | {
      readonly type: 'edit';
      readonly file: string;
      readonly place: PasteLocation;
      readonly language: Language;
      readonly code: string;
    };

/** How a stack is made to send what is needed. */
export interface Recipe {
  /** `tests`: the tests apply it to the real server; `docs`: it follows `docs` and was not run. */
  readonly verifiedBy: 'tests' | 'docs';
  /** The stack's own documentation that it follows. */
  readonly docs: string;
  readonly steps: (need: ServerNeed) => readonly RecipeStep[];
  /** What makes the change take effect; null: restarting the server; empty: nothing more is needed. */
  readonly restart: string | null;
  /** What has to be known beside the code. */
  readonly notes?: readonly PlainKey[];
  /**
   * For stacks where it depends on the system, or on what is wrong: these replace `steps` and `restart`, which are
   * those of the first. None where nothing in the stack can be changed to help.
   */
  readonly variants?: (need: ServerNeed, failures: readonly Failure[]) => readonly RecipeVariant[];
}

/** One of several ways to do it. */
export interface RecipeVariant {
  /** The system or product that it is for, as its makers write it; empty where there is only this one. */
  readonly label: string;
  /** What it does, where the steps don't tell. */
  readonly aim?: Sentence;
  readonly steps: readonly RecipeStep[];
  readonly restart: string | null;
}

/** What to show of a recipe: its variants, or its steps as the only one. */
export function variantsOf(
  recipe: Recipe,
  need: ServerNeed,
  failures: readonly Failure[],
): readonly RecipeVariant[] {
  const { restart, steps, variants } = recipe;
  return variants?.(need, failures) ?? [{ label: '', steps: steps(need), restart }];
}
