import type { ArgumentsFor, MessageKey, Sentence } from '../texts/index.ts';
import type { CommandProblem } from './command-error.ts';

/** Returns a sentence for the user that says why a command failed. */
export function errorSentence(problem: CommandProblem): Sentence<string> {
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

function sentence<Key extends MessageKey>(key: Key, ...values: ArgumentsFor<Key, string>): Sentence<string>;
function sentence(key: MessageKey, values: Sentence<string>['values'] = {}): Sentence<string> {
  return { key, values };
}
