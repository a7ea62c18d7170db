/** The major version of the `openai` npm client that makes the call. */
export type ClientVersion = '4' | '6';

/** What the demo page offers to tests. */
export interface Demo {
  /**
   * Asks the model, streaming, and shows what comes on the page.
   * @param maxRetries how often the client tries again after a failure; its own default is 2
   * @returns the whole answer; rejects with what the client throws
   */
  ask(version: ClientVersion, maxRetries?: number): Promise<string>;
}

declare global {
  interface Window {
    demo: Demo;
  }
}
