import type { CorsError, Failure } from '../cors/index.ts';

type WithoutPrefix<Name> = Name extends `Preflight${infer Rest}` ? Rest : Name;

/** The name of a CORS error, whether the preflight's answer has it or the response. */
export type CorsErrorName = WithoutPrefix<CorsError>;

/** Whether `failure` is one of these errors, of the preflight's answer or of the response. */
export function isError({ error }: Failure, names: readonly CorsErrorName[]): boolean {
  const bare = error.replace(/^Preflight/, '');
  return names.some((name) => name === bare);
}
