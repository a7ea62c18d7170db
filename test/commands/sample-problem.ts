import type { CommandProblem, ErrorCode } from '../../src/commands/command-error.ts';

/** A problem of each kind. */
export function sampleProblem(code: ErrorCode): CommandProblem {
  switch (code) {
    case 'malformed':
      return { code, parameters: { field: 'tabId' } };
    case 'not-loopback':
    case 'no-access':
    case 'policy':
      return { code, parameters: { origin: 'http://api.example.test' } };
    case 'unknown-command':
    case 'not-own-page':
    case 'no-debugger':
    case 'no-tab':
    case 'storage-full':
    case 'debugger-refused':
    case 'rule-refused':
    case 'gone':
    case 'no-preflight':
    case 'url-too-long':
    case 'unanswered':
    case 'unreachable':
    case 'internal':
      return { code, parameters: {} };
  }
}
