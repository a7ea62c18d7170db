import type { MessageKey } from '../texts/index.ts';
import type { CommandProblem } from './command-error.ts';

/** A text of `public/_locales`, and the values for its placeholders, in order. */
interface ErrorSentence {
  readonly key: MessageKey;
  readonly values: readonly string[];
}

/** Why a command failed, as a sentence for the person who started it. */
export function errorSentence(problem: CommandProblem): ErrorSentence {
  switch (problem.code) {
    case 'malformed':
      return sentence('errorMalformed', { field: problem.parameters.field });
    case 'unknown-command':
      return sentence('errorUnknownCommand');
    case 'not-own-page':
      return sentence('errorNotOwnPage');
    case 'not-loopback':
      return sentence('errorNotLoopback', { origin: problem.parameters.origin });
    case 'no-access':
      return sentence('errorNoAccess', { origin: problem.parameters.origin });
    case 'policy':
      return sentence('errorPolicy', { origin: problem.parameters.origin });
    case 'no-debugger':
      return sentence('errorNoDebugger');
    case 'no-tab':
      return sentence('errorNoTab');
    case 'storage-full':
      return sentence('errorStorageFull');
    case 'debugger-refused':
      return sentence('errorDebuggerRefused');
    case 'rule-refused':
      return sentence('errorRuleRefused');
    case 'gone':
      return sentence('errorGone');
    case 'no-preflight':
      return sentence('errorNoPreflight');
    case 'url-too-long':
      return sentence('errorUrlTooLong');
    case 'unanswered':
      return sentence('errorUnanswered');
    case 'unreachable':
      return sentence('errorUnreachable');
    case 'internal':
      return sentence('errorInternal');
  }
}

function sentence(key: MessageKey, ...values: string[]): ErrorSentence {
  return { key, values };
}
