/** What is used of it. It brings no types. */
declare module 'addons-linter' {
  interface Finding {
    readonly code: string;
    readonly message: string;
  }
  const linter: {
    createInstance(options: {
      readonly config: {
        /** The folder to look at. */
        readonly _: readonly [string];
        readonly logLevel: 'fatal';
        readonly output: 'none';
      };
      readonly runAsBinary: false;
    }): {
      run(): Promise<{
        readonly errors: readonly Finding[];
        readonly warnings: readonly Finding[];
        readonly notices: readonly Finding[];
      }>;
    };
  };
  export default linter;
}
