/** What the worker could not do, and tries again: the tooltip of the toolbar icon says so. */
export class Troubles {
  /** Called when there begins to be trouble, and when there is none any more. */
  onChange: () => void = () => {};
  readonly #present = new Set<string>();

  /** @param error null when it has succeeded after all */
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
