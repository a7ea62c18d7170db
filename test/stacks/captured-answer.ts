import type { ServerAnswer } from '../../src/stacks/fingerprint.ts';
import type { StackId } from '../../src/stacks/stack-id.ts';

/** A real server's answer, verbatim. */
export interface CapturedAnswer extends ServerAnswer {
  readonly stack: StackId;
  readonly version: string;
  /** Who asked: a Chromium, such as `Chromium 156.0.8078.108`. Some servers answer other clients otherwise. */
  readonly client: string;
  /** What the server was set up for. */
  readonly setup: string;
}
