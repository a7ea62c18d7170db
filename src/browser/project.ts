import { browser } from './browser.ts';

/**
 * The address of the project's repository on GitHub, without a slash at the end. It stands in the manifest alone, as
 * `homepage_url`; null where the manifest names none.
 */
export function repositoryAddress(): string | null {
  const { homepage_url: home = '' } = browser.runtime.getManifest();
  return /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+(?=\/?$)/.exec(home)?.[0] ?? null;
}

/** The extension's name and version. */
export function extensionVersion(): string {
  const { name, version } = browser.runtime.getManifest();
  return `${name} ${version}`;
}
