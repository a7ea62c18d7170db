import { spawnSync } from 'node:child_process';

/** Debian packages and their upstream versions, such as `tomcat10 10.1.60`. */
export function versionsOf(packages: readonly string[]): string {
  const { stdout } = spawnSync('dpkg-query', ['-W', ...packages], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.replace(/^(\S+)\t(?:\d+:)?([^-\s]*).*$/, '$1 $2'))
    .join(', ');
}
