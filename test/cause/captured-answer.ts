import type { ServerAnswer, StackId } from '../../src/cause/index.ts';

/** A real server's answer, verbatim. */
export interface CapturedAnswer extends ServerAnswer {
  readonly stack: StackId;
  readonly version: string;
  /** What the server was set up for. */
  readonly setup: string;
}
