import { OMITTED } from './omitted.ts';
import { isSecretParameter } from './secret-names.ts';

/** Headers that name the ways to log in. */
export const CHALLENGE_HEADER = /^(?:www|proxy)-authenticate$/i;

/** The blob of a scheme that has one in place of parameters, such as `Negotiate`. */
const TOKEN68 = /((?:^|,)[ \t]*[\w!#$%&'*+.^`|~-]+[ \t]+)[\w.~+/-]+=*(?=[ \t]*(?:,|$))/g;
const PARAMETER = /(?<![\w-])([\w-]+)([ \t]*=[ \t]*)("(?:[^"\\]|\\.)*"|[^\s,"]+)/g;

/** What a server makes up for one login. */
const ONE_TIME_PARAMETER = /^(?:nonce|opaque)$/i;

/**
 * Challenges without their secrets: schemes and what tells of the login stay, such as `realm` and `error`.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-11.3
 */
export function redactChallenges(value: string): string {
  return value
    .replaceAll(TOKEN68, `$1${OMITTED}`)
    .replaceAll(PARAMETER, (whole, name: string, equals: string, given: string) => {
      if (!isSecretParameter(name) && !ONE_TIME_PARAMETER.test(name)) return whole;
      return given.startsWith('"') ? `${name}${equals}"${OMITTED}"` : `${name}${equals}${OMITTED}`;
    });
}
