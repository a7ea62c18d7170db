import type { MessageKey } from '../cause/headline-sentence.ts';
import type { StackId } from '../cause/index.ts';
import type { ServerNeed } from './server-need.ts';

/** Where in a file code belongs, and the text that says so. */
export const PLACES = {
  'new-file': 'placeNewFile',
  'whole-file': 'placeWholeFile',
  top: 'placeTop',
  'after-php-tag': 'placeAfterPhpTag',
  'after-app': 'placeAfterApp',
  'before-routes': 'placeBeforeRoutes',
  'before-listen': 'placeBeforeListen',
  'wrap-handler': 'placeWrapHandler',
  settings: 'placeSettings',
  'server-block': 'placeServerBlock',
  'location-block': 'placeLocationBlock',
  'virtual-host': 'placeVirtualHost',
  frontend: 'placeFrontend',
  'web-app': 'placeWebApp',
  end: 'placeEnd',
} as const satisfies Readonly<Record<string, MessageKey>>;

export type Place = keyof typeof PLACES;

/** What code is written in, for its colours. */
export type Language =
  | 'apache'
  | 'caddyfile'
  | 'csharp'
  | 'dockerfile'
  | 'go'
  | 'haproxy'
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
  readonly stack: StackId;
  /** `tested`: the tests apply it to the real server; `documentation`: it follows `docs` and was not run. */
  readonly proof: 'tested' | 'documentation';
  /** The stack's own documentation that it follows. */
  readonly docs: string;
  readonly steps: (need: ServerNeed) => readonly RecipeStep[];
  /** What makes the change take effect; null: restarting the server. */
  readonly restart: string | null;
  /** What has to be known beside the code. */
  readonly notes?: readonly MessageKey[];
}
