import type { Report, ReportedExchange, ReportedFailure } from '../../src/report/report.ts';

/** What a report says, for people who read a terminal. Calls that went the same way are told once. */
export function inPlainWords(report: Report): string {
  const counts = new Map<string, number>();
  for (const exchange of report.exchanges) {
    const words = describeExchange(exchange);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .map(([words, count]) => (count === 1 ? words : words.replace('\n', ` ${count} calls went this way.\n`)))
    .join('\n');
}

function describeExchange(exchange: ReportedExchange): string {
  const { method, url, origin, outcome, failures, requiredHeaders } = exchange;
  const lines = [`${method} ${url} from ${origin}: ${outcome}.`];
  // What is wrong in any case comes before what is wrong only with or without credentials.
  const certain = failures.filter(({ when }) => when === 'always');
  const possible = failures.filter(({ when }) => when !== 'always');
  lines.push(...[...certain, ...possible].map((failure) => `  Why: ${describeFailure(failure)}`));
  if (requiredHeaders.length > 0) lines.push('  It passes when the server answers with');
  for (const { on, name, value } of requiredHeaders) {
    lines.push(`    ${name}: ${value}    (${on === 'preflight' ? 'to the preflight' : 'to the request'})`);
  }
  return `${lines.join('\n')}\n`;
}

function describeFailure({ error, parameter, when }: ReportedFailure): string {
  const value = parameter === null ? '' : ` "${parameter}"`;
  const only =
    when === 'always'
      ? ''
      : `, if credentials are ${when === 'credentials-included' ? 'included' : 'omitted'}`;
  return `${SENTENCES[error]?.(value) ?? `${error}${value}`}${only} [${error}].`;
}

/** The failures that this demo can run into; any other goes by its name. */
const SENTENCES: Readonly<Record<string, (value: string) => string>> = {
  HeaderDisallowedByPreflightResponse: (value) =>
    `the server's Access-Control-Allow-Headers doesn't allow the request header${value}`,
  MethodDisallowedByPreflightResponse: (value) =>
    `the server's Access-Control-Allow-Methods doesn't allow the method${value}`,
  PreflightMissingAllowOriginHeader: () => 'the answer to the preflight has no Access-Control-Allow-Origin',
  PreflightInvalidAllowCredentials: () =>
    'the answer to the preflight has no Access-Control-Allow-Credentials: true',
  PreflightInvalidStatus: (value) => `the answer to the preflight has the status${value}, not a good one`,
};
