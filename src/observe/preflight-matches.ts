import type { PreflightMatch } from './match-preflights.ts';

/** The matches of preflights and requests, for lookup from either side. */
export class PreflightMatches {
  readonly #matches = new Map<string, PreflightMatch>();
  readonly #preflights = new Map<string, Set<string>>();

  get(preflightId: string): PreflightMatch | undefined {
    return this.#matches.get(preflightId);
  }

  /** Returns the ids of the preflights that were made for a request. */
  preflightsOf(requestId: string): readonly string[] {
    return [...(this.#preflights.get(requestId) ?? [])];
  }

  set(preflightId: string, match: PreflightMatch): void {
    this.delete(preflightId);
    this.#matches.set(preflightId, match);
    const preflights = this.#preflights.get(match.requestId) ?? new Set();
    this.#preflights.set(match.requestId, preflights.add(preflightId));
  }

  delete(preflightId: string): void {
    const match = this.#matches.get(preflightId);
    if (match === undefined) return;
    this.#matches.delete(preflightId);
    const preflights = this.#preflights.get(match.requestId);
    preflights?.delete(preflightId);
    if (preflights?.size === 0) this.#preflights.delete(match.requestId);
  }
}
