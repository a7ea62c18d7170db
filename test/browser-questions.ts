const NAME = '(?:firefox|gecko|mozilla|chromium)';

/** What asks which browser the code runs in, within a line. */
const QUESTIONS: readonly RegExp[] = [
  /moz-extension|getBrowserInfo|userAgentData|[!=]==\s*['"`]chrome-extension/i,
  new RegExp(String.raw`\buserAgent\b[^\n]*${NAME}|${NAME}[^\n]*\buserAgent\b`, 'i'),
  new RegExp(String.raw`\b(?:if|switch|case|while)\b[^\n]*${NAME}`, 'i'),
  new RegExp(String.raw`(?:[!=]==|&&|\|\|)[^\n]*${NAME}`, 'i'),
  new RegExp(String.raw`${NAME}['"\`]?\s*(?:[!=]==|&&|\|\||\?[^.])`, 'i'),
];

/**
 * Finds the lines of code that decide by which browser they run in. Who recorded a file, or which error is a browser's, may
 * be data of any file.
 * @param code without comments
 */
export function browserQuestions(code: string): readonly string[] {
  return code
    .split('\n')
    .filter((line) => QUESTIONS.some((question) => question.test(line)))
    .map((line) => line.trim());
}
