import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian's own, for which its packages are: another one may come first in PATH. */
export const PYTHON = '/usr/bin/python3';

/** Whether Debian's Python has these modules. */
export function hasModules(...names: readonly string[]): boolean {
  return existsSync(PYTHON) && names.every((name) => existsSync(`/usr/lib/python3/dist-packages/${name}`));
}

/** Name and version of an installed distribution, such as `flask 2.2.2`. */
export function distributionVersion(name: string): string {
  const print = `from importlib.metadata import version; print(version("${name}"), end="")`;
  return `${name} ${execFileSync(PYTHON, ['-c', print], { encoding: 'utf8' })}`;
}
