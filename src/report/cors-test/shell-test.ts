import { posixWord } from '../../stacks/index.ts';
import { BODY_VARIABLE, SEND_VARIABLE } from './environment-names.ts';
import { FOREIGN_ORIGIN } from './foreign-origin.ts';
import { SHELL_FUNCTIONS } from './shell-functions.ts';
import type { Piece, TestedCall } from './tested-call.ts';

/** Writes a script for any POSIX shell that tests the call with curl. What can't be checked is its exit code 77. */
export function shellTest(call: TestedCall): string {
  const { changes, preflight } = call;
  const ofForeign = preflight === null ? 'call' : 'preflight';
  const steps = [
    ...(preflight === null
      ? []
      : ['ask_preflight "$origin"\ncheck \'the preflight allows the call\' "$(faults preflight)"']),
    unlessChanging(
      changes,
      'ask_call "$origin"\ncheck \'the page may read the answer to the call\' "$(faults call)"',
    ),
    `# If every page may read it, '*' without credentials says so, which is fine.\n${unlessChanging(
      changes && preflight === null,
      `ask_${ofForeign} "$foreign_origin"\ncheck 'a foreign origin stays out' "$(faults foreign)"`,
    )}`,
  ];
  return [
    HEAD,
    constants(call),
    ...(preflight === null ? [] : [preflightFunction(preflight.privateNetwork)]),
    callFunction(call),
    SHELL_FUNCTIONS,
    `${steps.join('\n')}\n`,
    '[ "$checked" -gt 0 ] || exit 77\nexit "$failed"\n',
  ].join('\n');
}

const HEAD = `#!/bin/sh
# Checks a server's answers to one call as a browser does (CORS). It takes curl.
# Run: sh cors-test.sh
# Exit code: 0 if all is well, 1 if not, 77 if nothing was checked.
set -u
LC_ALL=C
export LC_ALL
`;

function constants({ url, origin, method, preflight, credentials }: TestedCall): string {
  const lines = [
    `url=${url.map(word).join('')}`,
    `origin=${posixWord(origin)}`,
    '# No page of this origin may read an answer.',
    `foreign_origin=${posixWord(FOREIGN_ORIGIN)}`,
    `method=${posixWord(method)}`,
    `header_names=${posixWord((preflight?.headerNames ?? []).join(','))}`,
    ...(credentials === 'unknown'
      ? ['# Whether the page includes credentials (cookies) was not seen: write true if it does.']
      : []),
    `credentials=${credentials === 'included'}`,
  ];
  return `${lines.join('\n')}\n`;
}

function word(piece: Piece): string {
  return piece.type === 'text' ? posixWord(piece.text) : `"\${${piece.name}-}"`;
}

function preflightFunction(privateNetwork: boolean): string {
  return `ask_preflight() {
  set -- --header "Origin: $1" --header "Access-Control-Request-Method: $method"
  [ -z "$header_names" ] || set -- "$@" --header "Access-Control-Request-Headers: $header_names"
${privateNetwork ? '  set -- "$@" --header "Access-Control-Request-Private-Network: true"\n' : ''}  ask --request OPTIONS "$@"
}
`;
}

function callFunction({ method, headers, changes }: TestedCall): string {
  const request = method === 'HEAD' ? '--head' : '--request "$method"';
  const lines = headers.map(([name, value]) => {
    if (value.type === 'text') {
      // curl leaves a header out that ends with its colon.
      const line = value.text === '' ? `${name};` : `${name}: ${value.text}`;
      return `  set -- "$@" --header ${posixWord(line)}`;
    }
    return `  [ -z "\${${value.name}-}" ] || set -- "$@" --header ${posixWord(`${name}: `)}"$${value.name}"`;
  });
  if (headers.some(([, value]) => value.type === 'variable'))
    lines.unshift('  # A header whose variable is not set is left out.');
  if (changes) lines.push(`  [ -z "\${${BODY_VARIABLE}-}" ] || set -- "$@" --data-raw "$${BODY_VARIABLE}"`);
  return `ask_call() {
  set -- --header "Origin: $1"
${lines.map((line) => `${line}\n`).join('')}  ask ${request} "$@"
}
`;
}

function unlessChanging(changes: boolean, commands: string): string {
  if (!changes) return commands;
  return `# The call may change something on the server: it is sent only with ${SEND_VARIABLE}=1.
if [ "\${${SEND_VARIABLE}-}" = 1 ]; then
${commands.replaceAll(/^/gm, '  ')}
else
  echo 'skip - ${SEND_VARIABLE}=1 sends the call'
fi`;
}
