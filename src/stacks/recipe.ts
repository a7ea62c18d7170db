import type { Failure } from '../cors/index.ts';
import type { PlainKey, Sentence } from '../texts/index.ts';
import type { ServerNeed } from './server-need.ts';

/** Where in a file code belongs, and the text that says so. */
export const PLACES = {
  'new-file': 'placeNewFile',
  'whole-file': 'placeWholeFile',
  top: 'placeTop',
  'after-php-tag': 'placeAfterPhpTag',
  'below-package': 'placeBelowPackage',
  'after-app': 'placeAfterApp',
  'before-routes': 'placeBeforeRoutes',
  'before-listen': 'placeBeforeListen',
  'wrap-handler': 'placeWrapHandler',
  settings: 'placeSettings',
  'server-block': 'placeServerBlock',
  'location-block': 'placeLocationBlock',
  'virtual-host': 'placeVirtualHost',
  'site-block': 'placeSiteBlock',
  frontend: 'placeFrontend',
  'web-app': 'placeWebApp',
  'define-config': 'placeDefineConfig',
  end: 'placeEnd',
  'command-options': 'placeCommandOptions',
  'call-options': 'placeCallOptions',
  'config-object': 'placeConfigObject',
  'after-setup': 'placeAfterSetup',
  'main-class': 'placeMainClass',
  'before-build': 'placeBeforeBuild',
  'entry-point': 'placeEntryPoint',
  'service-labels': 'placeServiceLabels',
  'service-environment': 'placeServiceEnvironment',
  form: 'placeForm',
  'gateway-route': 'placeGatewayRoute',
  'auth-location': 'placeAuthLocation',
  'main-entry': 'placeMainEntry',
  'below-imports': 'placeBelowImports',
  'in-place-of-serve': 'placeInPlaceOfServe',
  'in-place-of-on-request': 'placeInPlaceOfOnRequest',
  'system-web-server': 'placeSystemWebServer',
  'around-handler': 'placeAroundHandler',
  'ingress-annotations': 'placeIngressAnnotations',
} as const satisfies Readonly<Record<string, PlainKey>>;

export type Place = keyof typeof PLACES;

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

/** One thing to do. What it says is pasteable as it stands. */
export type RecipeStep =
  /** To be typed in a terminal. */
  | { readonly type: 'run'; readonly command: string }
  /** To be put into a file (or a console's form, which `file` then names) at a place. */
  | {
      readonly type: 'edit';
      readonly file: string;
      readonly place: Place;
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
