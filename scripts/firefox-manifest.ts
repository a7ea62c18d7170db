import type chromeManifest from '../manifest.json';

/** The oldest Firefox that has all that is used: the ESR that verdicts were compared with. */
export const OLDEST_FIREFOX = 153;

/**
 * Makes Firefox's manifest from Chrome's. Firefox has no debugger for extensions, no schema for managed storage, and event
 * pages in place of workers.
 * @see https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/Browser_compatibility_for_manifest.json
 */
export function firefoxManifest({
  background,
  permissions,
  minimum_chrome_version: _,
  storage: _schema,
  ...same
}: typeof chromeManifest) {
  return {
    ...same,
    background: { scripts: [background.service_worker], type: 'module' as const },
    permissions: permissions.filter((permission) => permission !== 'debugger'),
    browser_specific_settings: {
      gecko: {
        id: 'preflight-inspector@preflight-inspector',
        strict_min_version: `${OLDEST_FIREFOX}.0`,
        data_collection_permissions: { required: ['none' as const] },
      },
    },
  };
}
