import {
  currentHop,
  currentOrigin,
  type Exchange,
  getHeader,
  type HeaderList,
  isToken,
  preflightQuestion,
} from '../cors/index.ts';
import { redactUrl, redactValue } from '../privacy/index.ts';
import { legacyArgument, posixWord, powershellWord } from '../stacks/index.ts';

export const SHELLS = ['bash', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** Returns the exchange's preflight as a curl command. Null if none was seen. */
export function curlPreflight(exchange: Exchange, shell: Shell): string | null {
  const { url, method, preflight } = currentHop(exchange);
  if (preflight === null) return null;
  const asked = preflightQuestion(preflight, { origin: currentOrigin(exchange), method });
  const names = getHeader(preflight.requestHeaders, 'Access-Control-Request-Headers');
  const headers: HeaderList = [
    ['Origin', asked.origin],
    ['Access-Control-Request-Method', asked.method],
    ...(names === null ? [] : [['Access-Control-Request-Headers', names] as const]),
  ];
  return command(shell, ['--request', 'OPTIONS', ...common(url, headers)]);
}

/**
 * The request itself as a curl command. Secrets, its body, and headers that were never seen because it wasn't sent, are
 * placeholders between `<` and `>`.
 */
export function curlRequest(exchange: Exchange, shell: Shell): string {
  const { url, method } = currentHop(exchange);
  const headers = requestHeaders(exchange);
  const withBody = method !== 'GET' && method !== 'HEAD' && getHeader(headers, 'Content-Type') !== null;
  return command(shell, [
    ...(method === 'HEAD' ? ['--head'] : ['--request', method]),
    ...common(url, headers),
    ...(withBody ? ['--data-raw', '<body>'] : []),
  ]);
}

/** Headers that belong to the connection, and headers that curl can't show as text. */
const OMITTED_HEADER = /^(?:host|connection|content-length|transfer-encoding|accept-encoding)$/i;

function requestHeaders(exchange: Exchange): HeaderList {
  const { method, preflight, requestHeaders: sent } = currentHop(exchange);
  if (sent !== null && sent.length > 0)
    return sent.filter(([name]) => isToken(name) && !OMITTED_HEADER.test(name)).map(withoutSecret);
  const fallback = { origin: currentOrigin(exchange), method };
  const asked = preflight === null ? null : preflightQuestion(preflight, fallback);
  const names = (asked?.headerNames ?? []).filter(isToken);
  return [
    ['Origin', asked?.origin ?? fallback.origin],
    ...names.map((name) => [name, placeholder(name)] as const),
  ];
}

function withoutSecret([name, value]: HeaderList[number]): HeaderList[number] {
  return [name, redactValue(name, value, placeholder)];
}

function placeholder(name: string): string {
  return `<${name}>`;
}

/** `--globoff`, since curl would read brackets in a URL as its own. */
function common(url: string, headers: HeaderList): readonly string[] {
  const lines = headers.flatMap(([name, value]) => ['--header', headerArgument(name, value)]);
  return ['--include', '--globoff', redactUrl(url, placeholder), ...lines];
}

/** curl reads `Name:` as an instruction to leave that header out. */
function headerArgument(name: string, value: string): string {
  const line = value.replaceAll(/[\0\r\n]/g, ' ').trim();
  return line === '' ? `${name};` : `${name}: ${line}`;
}

function command(shell: Shell, args: readonly string[]): string {
  switch (shell) {
    case 'bash':
      return inLines('curl', args.map(posixArgument), '\\');
    case 'powershell': {
      // PowerShell's versions differ only here:
      // https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_preference_variables#psnativecommandargumentpassing
      if (!args.some((argument) => argument.includes('"')))
        return inLines('curl.exe', args.map(powershellArgument), '`');
      const legacy = inLines('curl.exe', args.map(legacyArgument).map(powershellArgument), '`');
      return `& { $PSNativeCommandArgumentPassing = 'Legacy'; ${legacy} }`;
    }
  }
}

/** Leaves options and plain words unquoted, as people write them. */
const PLAIN_ARGUMENT = /^(?:--[a-z-]+|[A-Z]+)$/;

function posixArgument(argument: string): string {
  return PLAIN_ARGUMENT.test(argument) ? argument : posixWord(argument);
}

/**
 * A backslash at the end would escape the closing quotation mark. A blank after it changes nothing: blanks at its end
 * are no part of a header's value.
 */
function powershellArgument(argument: string): string {
  if (PLAIN_ARGUMENT.test(argument)) return argument;
  return powershellWord(/\s.*\\$/s.test(argument) ? `${argument} ` : argument);
}

/** Puts each option on a line of its own. */
function inLines(program: string, words: readonly string[], continuation: string): string {
  const lines = [program];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    const starts = word === '--header' || word === '--data-raw';
    if (starts) lines.push(`  ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join(` ${continuation}\n`);
}
