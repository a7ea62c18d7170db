import { OMITTED } from './omitted.ts';
import { isSecretParameter } from './secret-names.ts';

/** Headers that carry authentication challenges. */
export const CHALLENGE_HEADER = /^(?:www|proxy)-authenticate$/i;

/** A scheme such as `Negotiate` with its token68, which stands instead of parameters. Firefox joins lines by line feeds. */
const TOKEN68 = /((?:^|[,\n])[ \t]*[\w!#$%&'*+.^`|~-]+[ \t]+)[\w.~+/-]+=*(?=[ \t]*(?:[,\n]|$))/g;
const PARAMETER = /(?<![\w-])([\w-]+)([ \t]*=[ \t]*)("(?:[^"\\]|\\.)*"|[^\s,"]+)/g;

/** Parameters with a value that the server generates for one login. */
const ONE_TIME_PARAMETER = /^(?:nonce|opaque)$/i;

/**
 * Redacts challenges. Schemes stay, and so do parameters that aren't secret, such as `realm` and `error`.
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
