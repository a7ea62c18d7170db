/** The effects that failed and are retried. The tooltip of the toolbar icon tells of them. */
export class Troubles {
  /** Called when the first effect fails, and when the last one succeeds again. */
  onChange: () => void = () => {};
  readonly #present = new Set<string>();

  /** Records a failure. @param error null if the effect has succeeded again */
  tell(what: string, error: unknown): void {
    const before = this.any;
    if (error === null) this.#present.delete(what);
    else this.#present.add(what);
    if (this.any !== before) this.onChange();
  }

  get any(): boolean {
    return this.#present.size > 0;
  }
}
