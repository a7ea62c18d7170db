import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a profile with these preferences, as a user has set them.
 * @param parent the folder for profiles
 * @returns the profile's folder
 */
export function profileWith(parent: string, preferences: object): string {
  const folder = mkdtempSync(join(parent, 'settings-'));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify({ profile: preferences }));
  return folder;
}
