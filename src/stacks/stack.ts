/** What a stack is among the layers that an answer passes on its way to the browser. */
type Layer = 'application' | 'proxy' | 'gateway' | 'platform';

export interface Stack {
  /** As its makers write it. */
  readonly name: string;
  readonly layer: Layer;
  /** The id of the stack that it is built on. Its answers carry that stack's marks, too. */
  readonly builtOn?: string;
  /** Present if people run it as it is. An answer of any other application stack comes from somebody's own app. */
  readonly product?: true;
  /**
   * Present if its usual CORS library omits `Access-Control-Allow-Origin` only where the origin isn't allowed. Seen in
   * real answers: for a header or a method that isn't allowed the library still sends it, and the lists. Libraries of
   * other stacks omit everything in all three cases.
   */
  readonly refusesOnly?: 'origin';
}
