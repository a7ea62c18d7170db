/** Things to stop at the end, last started first. */
export class CleanUp {
  readonly #stops: (() => Promise<unknown>)[] = [];
  #begun = false;

  /** Whether things are being stopped, so that their going away is no news. */
  get begun(): boolean {
    return this.#begun;
  }

  /** Waits for something that starts, and stops it at the end, also if nobody waits for it any more. */
  async started<T extends { close(): Promise<unknown> }>(starting: Promise<T>): Promise<T> {
    this.#stops.push(async () => {
      const [outcome] = await Promise.allSettled([starting]);
      if (outcome.status === 'fulfilled') await outcome.value.close();
    });
    return await starting;
  }

  async run(): Promise<void> {
    this.#begun = true;
    for (let stop = this.#stops.pop(); stop !== undefined; stop = this.#stops.pop()) await stop();
  }
}
