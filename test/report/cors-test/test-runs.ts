import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { type Check, type Checks, REPORTER, readJunit, readPrinted, readReported } from './checks.ts';
import { testPython } from './test-python.ts';

/** A written test, and the name under which it runs: letters and digits. */
interface WrittenTest {
  readonly name: string;
  readonly code: string;
}

interface TestRun {
  readonly checks: Checks;
  /** False if the runner, or one of the scripts, says that something is wrong. */
  readonly succeeded: boolean;
  /** Files that only injected code can have written. */
  readonly leftBehind: readonly string[];
  /** What was printed, for whoever reads why a test failed. */
  readonly output: string;
}

/** Variables that the tests read. */
type Environment = Readonly<Record<string, string>>;

export type Runner = (tests: readonly WrittenTest[], environment?: Environment) => Promise<TestRun>;

const NODE_MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const REPORT = 'home/report.xml';

/** Runs each test as a user does: `node --test`. */
export const runNodeTests: Runner = (tests, environment) =>
  inFolder(async (folder) => {
    const files = writeModules(folder, tests);
    const args = ['--test', '--test-reporter=./home/reporter.mjs', ...files];
    const ran = await run(process.execPath, args, folder, environment);
    return { ...ran, checks: readReported(ran.output) };
  });

/** Runs all tests in one process. */
export const runNodeTestsAtOnce: Runner = (tests, environment) =>
  inFolder(async (folder) => {
    const imports = writeModules(folder, tests).map((file) => `import './${file}';\n`);
    writeFileSync(join(folder, 'all.mjs'), imports.join(''));
    const args = ['--test-reporter=./home/reporter.mjs', 'all.mjs'];
    const ran = await run(process.execPath, args, folder, environment);
    return { ...ran, checks: readReported(ran.output) };
  });

/** Runs tests with the project's Vitest. */
export const runVitestTests: Runner = (tests, environment) =>
  inFolder(async (folder) => {
    symlinkSync(NODE_MODULES, join(folder, 'node_modules'));
    writeModules(folder, tests);
    const program = join(NODE_MODULES, 'vitest/vitest.mjs');
    const report = ['--reporter=junit', `--outputFile=${REPORT}`];
    const args = [program, 'run', '--root', '.', ...report, '--no-isolate', '--maxWorkers=1'];
    const ran = await run(process.execPath, args, folder, environment);
    rmSync(join(folder, 'node_modules'));
    return { ...ran, checks: readJunit(readFileSync(join(folder, REPORT), 'utf8')) };
  });

/** Runs tests with pytest. */
export function runPytestTests(...flags: readonly string[]): Runner {
  return (tests, environment) =>
    inFolder(async (folder) => {
      for (const { name, code } of tests) writeFileSync(join(folder, `test_${name}.py`), code);
      // httpx reads all certificates anew for each request, which is most of what it does here.
      const certificates = join(folder, 'home/certificates.pem');
      writeFileSync(certificates, rootCertificates[0] ?? '');
      const known = { ...environment, SSL_CERT_FILE: certificates };
      const args = [
        '-B',
        '-m',
        'pytest',
        '--quiet',
        '-p',
        'no:cacheprovider',
        `--junitxml=${REPORT}`,
        ...flags,
      ];
      const ran = await run(testPython() ?? 'python3', args, folder, known);
      return { ...ran, checks: readJunit(readFileSync(join(folder, REPORT), 'utf8')) };
    });
}

/** Runs scripts in a shell, one after the other. @param start what starts it, up to the script */
export function runShellTests(...[program, ...args]: readonly [string, ...string[]]): Runner {
  return (tests, environment) =>
    inFolder(async (folder) => {
      const checks = new Map<string, readonly Check[]>();
      let [succeeded, output] = [true, ''];
      for (const { name, code } of tests) {
        writeFileSync(join(folder, `${name}.sh`), code);
        const ran = await run(program, [...args, `${name}.sh`], folder, environment);
        checks.set(name, readPrinted(ran.output));
        succeeded &&= ran.succeeded;
        output += `${name}\n${ran.output}`;
      }
      return { checks, succeeded, output };
    });
}

function writeModules(folder: string, tests: readonly WrittenTest[]): readonly string[] {
  writeFileSync(join(folder, 'home/reporter.mjs'), REPORTER);
  return tests.map(({ name, code }) => {
    writeFileSync(join(folder, `${name}.test.mjs`), code);
    return `${name}.test.mjs`;
  });
}

async function inFolder(work: (folder: string) => Promise<Omit<TestRun, 'leftBehind'>>): Promise<TestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-inspector-'));
  try {
    mkdirSync(join(folder, 'home'));
    const result = await work(folder);
    const leftBehind = readdirSync(folder).filter(
      (name) => name !== 'home' && !/\.(?:mjs|py|sh)$/.test(name),
    );
    return { ...result, leftBehind };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
  environment: Environment = {},
): Promise<Pick<TestRun, 'succeeded' | 'output'>> {
  // What this process was told by its own runner is none of the tests' business.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:NODE_|VITEST|PYTEST|TEST$)/.test(name),
  );
  const env = { ...Object.fromEntries(inherited), HOME: join(cwd, 'home'), ...environment };
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ succeeded: error === null, output: stdout + stderr });
    });
    child.stdin?.end();
  });
}
