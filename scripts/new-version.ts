const UNRELEASED = '## Unreleased';

/**
 * Gives what is unreleased in a changelog the number of a version, and begins anew.
 * @param date of the version, as YYYY-MM-DD
 * @throws Error if nothing is unreleased
 */
export function releasedChangelog(changelog: string, version: string, date: string): string {
  const [before = '', after] = changelog.split(`\n${UNRELEASED}\n`);
  const [unreleased = ''] = after?.split(/^## /m) ?? [];
  if (after === undefined || unreleased.trim() === '') {
    throw new Error(`CHANGELOG.md has nothing under "${UNRELEASED}".`);
  }
  return `${before}\n${UNRELEASED}\n\n## ${version} - ${date}\n${after}`;
}

/**
 * Gives a manifest its version, and leaves all else as it is written.
 * @throws Error if the manifest has no version, or if Chrome wouldn't take the new one
 * @see https://developer.chrome.com/docs/extensions/reference/manifest/version
 */
export function versionedManifest(manifest: string, version: string): string {
  if (!/^\d+(?:\.\d+){0,3}$/.test(version)) throw new Error(`Chrome takes no version ${version}.`);
  const line = /^( {2}"version": ")[^"]*(",?)$/m;
  if (!line.test(manifest)) throw new Error('manifest.json has no version.');
  return manifest.replace(line, `$1${version}$2`);
}

/**
 * Returns what a changelog says of a version, without the heading.
 * @throws Error if it says nothing
 */
export function changesOf(changelog: string, version: string): string {
  const parts = changelog.split(/^## /m).slice(1);
  const part = parts.find((one) => one.split(/\s/, 1)[0] === version);
  const changes = part?.slice(part.indexOf('\n')).trim() ?? '';
  if (changes === '') throw new Error(`CHANGELOG.md says nothing of version ${version}.`);
  return changes;
}
