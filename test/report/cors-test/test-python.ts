import { execFileSync } from 'node:child_process';
import { PYTHON } from '../../servers/debian-python.ts';

const MODULES = ['pytest', 'httpx'];
/** Another one may come first in PATH than Debian's own, for which its packages are. */
const CANDIDATES = ['python3', PYTHON];

/** A Python that has pytest and httpx. Null if there is none. */
export function testPython(): string | null {
  return CANDIDATES.find(hasModules) ?? null;
}

function hasModules(python: string): boolean {
  try {
    execFileSync(python, ['-c', `import ${MODULES.join(', ')}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
