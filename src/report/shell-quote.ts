/** What can't be seen, or does something to a terminal when pasted. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * One word of a bash or zsh command. Where a plain quotation won't do, the ANSI-C one writes bytes out, `!` among them,
 * which an interactive shell may take for its history.
 * @see https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html
 */
export function bashWord(text: string): string {
  if (!UNSEEN.test(text) && !/['!]/.test(text)) return `'${text}'`;
  const escaped = [...text].map((character) => {
    if (UNSEEN.test(character) || character === '!') return bytesOf(character);
    return character === "'" || character === '\\' ? `\\${character}` : character;
  });
  return `$'${escaped.join('')}'`;
}

/** Octal, since after `\x` a digit of the text itself would count. */
function bytesOf(character: string): string {
  const bytes = [...new TextEncoder().encode(character)];
  return bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

/**
 * One argument of a command in PowerShell: nothing is expanded between single quotes, and any quotation mark that
 * PowerShell takes for one is doubled. What can't be seen is named by its number.
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function powershellWord(text: string): string {
  const parts = text.split(/([\p{Cc}\p{Cf}\p{Zl}\p{Zp}])/u).flatMap((part, index) => {
    if (index % 2 === 0) return part === '' && text !== '' ? [] : `'${part.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
    return [...utf16(part)].map((unit) => `[char]${unit}`);
  });
  const [first = "''"] = parts;
  if (parts.length === 1 && first.startsWith("'")) return first;
  // What stands first decides that this joins text.
  return `(${(first.startsWith("'") ? parts : ["''", ...parts]).join(' + ')})`;
}

function* utf16(text: string): Iterable<number> {
  for (let index = 0; index < text.length; index++) yield text.charCodeAt(index);
}

/**
 * An argument as Windows' own parser reads it out of a command line, where PowerShell hands it on as it is: the way of
 * Windows PowerShell 5.1 and of `$PSNativeCommandArgumentPassing = 'Legacy'`.
 * @see https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function legacyArgument(text: string): string {
  return text.replaceAll(/(\\*)"/g, '$1$1\\"');
}
