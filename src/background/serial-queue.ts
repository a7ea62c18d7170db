/** Runs tasks one after the other, in the order they came. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a task after all earlier ones, even if these failed. @returns the task's result; rejects if the task does */
  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    // Not `result` itself: that one counts as caught, so that a failure nobody hears would not be told of.
    return await result;
  }
}
