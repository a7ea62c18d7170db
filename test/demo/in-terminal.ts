import type { ExplainedExchange, ReportedFix, ReportedStep } from '../../src/report/report-v2.ts';

/** Colours a part of the text, or leaves it as it is. */
export type Paint = (colour: 'red' | 'cyan' | 'dim', text: string) => string;

/** Without colours, for files and pipes. */
export const PLAIN: Paint = (_, text) => text;

/** What is wrong with a call and what fixes it, for people who read a terminal. */
export function inTerminal(exchange: ExplainedExchange, paint: Paint): string {
  const { method, url, repeats, words, fix } = exchange;
  const more = repeats === 0 ? '' : paint('dim', ` and ${repeats} more`);
  return [
    `${paint('red', `✗ ${method} ${url}`)}${more}`,
    `  ${words.headline}`,
    ...(words.happened === null ? [] : [`  ${words.happened}`]),
    ...words.advice.map(({ text }) => `  → ${text}`),
    ...(fix === null ? [] : fixLines(fix, paint)),
    '',
  ].join('\n');
}

function fixLines({ name, variant, verifiedBy, docs, steps, restart, notes }: ReportedFix, paint: Paint) {
  const known = verifiedBy === 'tests' ? 'tested with the real server' : 'after its documentation';
  return [
    `  The change for ${variant === '' ? name : `${name} (${variant})`}, ${known}: ${docs}`,
    ...steps.flatMap((step) => stepLines(step, paint)),
    ...restartLines(restart, paint),
    ...notes.map((note) => `    ${note}`),
  ];
}

function stepLines(step: ReportedStep, paint: Paint): readonly string[] {
  switch (step.type) {
    case 'run':
      return indented(step.command, '    $ ', paint);
    case 'edit':
      return [`    ${step.file}, ${lowerFirst(step.place)}:`, ...indented(step.code, '      ', paint)];
  }
}

function restartLines(restart: string | null, paint: Paint): readonly string[] {
  if (restart === '') return [];
  return restart === null ? ['    Then restart the server.'] : indented(restart, '    $ ', paint);
}

function indented(text: string, before: string, paint: Paint): readonly string[] {
  return text.split('\n').map((line) => `${before}${paint('cyan', line)}`);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
