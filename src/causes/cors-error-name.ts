import type { CorsError, Failure } from '../cors/index.ts';

type WithoutPrefix<Name> = Name extends `Preflight${infer Rest}` ? Rest : Name;

/** The name of a CORS error, on the preflight's answer and on the response alike. */
export type CorsErrorName = WithoutPrefix<CorsError>;

/** Returns whether `failure` is one of these errors, on the preflight's answer or on the response. */
export function isError({ error }: Failure, names: readonly CorsErrorName[]): boolean {
  const bare = error.replace(/^Preflight/, '');
  return names.some((name) => name === bare);
}
