import type { CauseId } from '../../src/causes/cause.ts';
import type { StackId } from '../../src/stacks/stack-id.ts';

/** A server's files by their names; those that a recipe changes carry marks (see apply-recipe.ts). */
export type ServerFiles = Readonly<Record<string, string>>;

/** A way in which a server starts out failing. */
export interface FailingStart {
  /** What's wrong with it. */
  readonly name: 'not configured' | 'header not allowed' | 'origin not allowed' | 'method not allowed';
  readonly files: ServerFiles;
  /** What the panel has to name as the root cause. */
  readonly cause: CauseId;
  /** Whether the fingerprints name the stack for sure, or as likely; the user chooses it where they can't. */
  readonly recognised: 'sure' | 'likely' | 'no';
}

/**
 * A real server, as its users run it. It answers, as JSON and without any CORS header in its unconfigured start,
 * GET and POST /api/data with 200; a path below /api that doesn't exist with 404, and /api/crash with 500, both in the
 * way that is the stack's own.
 */
export interface ServerStack {
  readonly stack: StackId;
  /** The Debian packages it takes; empty where npm brings everything. */
  readonly packages: readonly string[];
  /** Whether those are here. */
  isInstalled(): boolean;
  /** Name and version of what runs, such as `express 5.3.0`. */
  version(): string;
  readonly starts: readonly [FailingStart, ...FailingStart[]];
  /**
   * Starts the server from the files in `folder`, listening on `port` of 127.0.0.1, and resolves when it does. The
   * files get the port from the environment variable PORT, or by `{{PORT}}` in them.
   */
  start(folder: string, port: number): Promise<RunningServer>;
}

export interface RunningServer {
  /** Ends it and everything it started. */
  stop(): Promise<void>;
}
