import type { Place } from './match-preflights.ts';

/** Which preflight belongs to which request, to be looked up from either side. */
export class Places {
  readonly #places = new Map<string, Place>();
  readonly #preflights = new Map<string, Set<string>>();

  get(preflightId: string): Place | undefined {
    return this.#places.get(preflightId);
  }

  /** The ids of the preflights that were made for a request. */
  preflightsOf(requestId: string): readonly string[] {
    return [...(this.#preflights.get(requestId) ?? [])];
  }

  set(preflightId: string, place: Place): void {
    this.delete(preflightId);
    this.#places.set(preflightId, place);
    const preflights = this.#preflights.get(place.requestId) ?? new Set();
    this.#preflights.set(place.requestId, preflights.add(preflightId));
  }

  delete(preflightId: string): void {
    const place = this.#places.get(preflightId);
    if (place === undefined) return;
    this.#places.delete(preflightId);
    const preflights = this.#preflights.get(place.requestId);
    preflights?.delete(preflightId);
    if (preflights?.size === 0) this.#preflights.delete(place.requestId);
  }
}
