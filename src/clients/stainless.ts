import { jsString } from '../stacks/index.ts';

/**
 * Whether the client drops all of `names` where their defaults are null. Names that a method of the client sets itself
 * override the defaults, so null doesn't drop those.
 */
export function areNullable(names: readonly string[]): boolean {
  return names.every((name) => /^x-stainless-(?!helper|poll-helper$|custom-poll-interval$)/.test(name));
}

/** The option of clients made by Stainless that drops `names`. */
export function nullHeaders(names: readonly string[]): string {
  return `defaultHeaders: { ${names.map((name) => `${jsString(name)}: null`).join(', ')} },`;
}
