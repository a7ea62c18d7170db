/** What became of one check of a test. */
export interface Check {
  readonly check: string;
  readonly result: 'passed' | 'failed' | 'skipped';
}

/** The checks of each test, by the name of its file. */
export type Checks = ReadonlyMap<string, readonly Check[]>;

/** A reporter for node:test that prints each check as JSON, on a line of its own. */
export const REPORTER = `export default async function* report(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A file that can't be read is reported as a test of that name.
    const file = data.details?.type === 'suite' ? '' : data.file ?? data.name;
    const result = type === 'test:fail' ? 'failed' : data.skip === undefined ? 'passed' : 'skipped';
    yield JSON.stringify({ file, check: data.name, result, error: data.details?.error?.cause?.message }) + '\\n';
  }
}
`;

/** Reads what {@link REPORTER} printed. */
export function readReported(output: string): Checks {
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  return grouped(
    lines.map((line) => {
      const { file, check, result } = JSON.parse(line);
      return { name: nameOf(file), check: wordsOf(check), result };
    }),
  );
}

const CASE = /<testcase((?:\s+[\w:]+="[^"]*")*)\s*(?:\/>|>([\s\S]*?)<\/testcase>)/g;

/** Reads a JUnit report whose class names are files. */
export function readJunit(report: string): Checks {
  return grouped(
    [...report.matchAll(CASE)].map(([, attributes = '', body = '']) => {
      const [file = '', check = ''] = ['classname', 'name'].map(
        (name) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1],
      );
      return { name: nameOf(file), check: wordsOf(check), result: resultIn(body) };
    }),
  );
}

function resultIn(body: string): Check['result'] {
  if (/<(?:failure|error)\b/.test(body)) return 'failed';
  return /<skipped\b/.test(body) ? 'skipped' : 'passed';
}

/** Reads what scripts print. */
export function readPrinted(output: string): readonly Check[] {
  return [...output.matchAll(/^(ok|FAIL|skip) - (.*)$/gm)].map(([, word, check = '']) => ({
    check: wordsOf(check),
    result: word === 'ok' ? 'passed' : word === 'FAIL' ? 'failed' : 'skipped',
  }));
}

/** The name of a test by its file, which may be a path or a Python module. */
function nameOf(file: string): string {
  return /(?:^|\/)(?:test_)?(\w+)(?:\.test\.mjs)?$/.exec(file)?.[1] ?? file;
}

/** Names a check in the same way for all languages: functions of Python are named after it. */
function wordsOf(check: string): string {
  return check
    .replace(/^test_/, '')
    .replaceAll('_', ' ')
    .replace(/^(?:the|a) /, '');
}

function grouped(all: readonly (Check & { readonly name: string })[]): Checks {
  const checks = new Map<string, Check[]>();
  for (const { name, ...check } of all) checks.set(name, [...(checks.get(name) ?? []), check]);
  return checks;
}
