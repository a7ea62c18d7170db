/** Runs tasks one after the other, in the order they came. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** @returns what the task returns; a task that fails does not stop the next, and is its caller's to catch */
  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    // Not `result` itself: that one counts as caught, so that a failure nobody hears would not be told of.
    return await result;
  }
}
