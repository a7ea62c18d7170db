import { spawnSync } from 'node:child_process';

/**
 * The files that git keeps, relative to the repository's folder, with slashes. Reviewers get them.
 * @throws where there is no repository, as in the zip of the sources itself
 */
export function sourceFiles(root: string): readonly string[] {
  const { status, stdout, stderr, error } = spawnSync('git', ['ls-files', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git doesn't list the sources: ${error?.message ?? stderr}`);
  return stdout.split('\0').filter((path) => path !== '');
}
