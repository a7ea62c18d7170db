/** The layer of a stack on an answer's way to the browser. */
type Layer = 'application' | 'proxy' | 'gateway' | 'platform';

export interface Stack {
  /** The stack's name, as its makers write it. */
  readonly name: string;
  readonly layer: Layer;
  /** The id of the stack on which it is built. Its answers carry that stack's marks, too. */
  readonly builtOn?: string;
  /** Present if people run the stack as it is. Answers of other application stacks come from somebody's own app. */
  readonly product?: true;
  /**
   * Present if the stack's usual CORS library omits `Access-Control-Allow-Origin` only for an origin that isn't
   * allowed, as real answers show. For a header or a method that isn't allowed, such a library still sends it and the
   * lists. Libraries of other stacks omit everything in all three cases.
   */
  readonly refusesOnly?: 'origin';
}
