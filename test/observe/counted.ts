import type { ObservedRequest } from '../../src/observe/observed.ts';

/** Requests by their ids; counts how often one is looked up. */
export class Counted extends Map<string, ObservedRequest> {
  looks = 0;

  override get(id: string): ObservedRequest | undefined {
    this.looks++;
    return super.get(id);
  }

  override values(): ReturnType<Map<string, ObservedRequest>['values']> {
    this.looks += this.size;
    return super.values();
  }

  override [Symbol.iterator](): ReturnType<Map<string, ObservedRequest>['entries']> {
    this.looks += this.size;
    return super[Symbol.iterator]();
  }
}
