import { execFileSync } from 'node:child_process';
import { PYTHON } from '../servers/debian-python.ts';

/** A Python that has all of these modules. Null if there is none. Another one may come first in PATH than Debian's own. */
export function pythonWith(modules: readonly string[]): string | null {
  return ['python3', PYTHON].find((python) => hasModules(python, modules)) ?? null;
}

function hasModules(python: string, modules: readonly string[]): boolean {
  try {
    execFileSync(python, ['-c', ['pass', ...modules.map((name) => `import ${name}`)].join('\n')], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
