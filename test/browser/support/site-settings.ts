import { profileWith } from './profile.ts';

/** What a user has chosen in the settings of a site. */
type Choice = 'allow' | 'block';

/** Chrome's numbers for them. */
const SETTINGS = { allow: 1, block: 2 } as const;

/**
 * Makes a profile in which a user has chosen for *Apps on device* of some origins. What is set over CDP instead reaches frames
 * that nothing was delegated to.
 * @returns the profile's folder
 */
export function profileWhere(parent: string, choices: ReadonlyMap<string, Choice>): string {
  const loopback = Object.fromEntries(
    [...choices].map(([origin, choice]) => [
      `${origin},*`,
      { setting: SETTINGS[choice], last_modified: '13380000000000000' },
    ]),
  );
  const exceptions = { loopback_network: loopback, local_network_access: loopback };
  return profileWith(parent, { content_settings: { exceptions } });
}
