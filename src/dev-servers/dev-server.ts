import type { RecipeStep, Restart } from '../stacks/index.ts';

/** A dev server that can pass calls on to another server. */
export interface DevServerTool {
  /** The tool's name as its makers write it. */
  readonly name: string;
  /** Matches the URL of a resource that the tool's pages load. */
  readonly pageMark: RegExp;
  /** Names of files that, all together, tell of the tool just as `pageMark` does. */
  readonly pageFiles?: readonly string[];
  /** Writes the tool's proxy configuration. Returns `null` where the tool's configuration can't do it. */
  readonly proxy: (mount: Mount, call: ProxiedCall) => ProxyConfiguration | null;
}

/** A call of the page that the dev server is to pass on. */
export interface ProxiedCall {
  /** The page's origin. */
  readonly origin: string;
  /** The URL that the page calls. */
  readonly url: string;
  /** Whether the server answers 403 or the like to the page's origin: then the server must not see that origin. */
  readonly originBlocked: boolean;
}

/** Which part of the dev server's paths goes to the target. */
export interface Mount {
  /** The target's origin. */
  readonly target: string;
  /** What the paths start with. */
  readonly prefix: string;
  /** Whether the prefix has to be taken off, since the target doesn't know it. */
  readonly strip: boolean;
  /** The path of the call at the dev server. */
  readonly path: string;
  /** Whether the target is a local server with a certificate of its own. */
  readonly selfSigned: boolean;
}

export interface ProxyConfiguration {
  readonly steps: readonly RecipeStep[];
  /** The documentation that the steps follow. */
  readonly docs: string;
  /** What makes the steps take effect on the dev server. */
  readonly restart: Restart;
}
