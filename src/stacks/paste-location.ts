import type { PlainKey } from '../texts/index.ts';

/** Where in a file the code of a step belongs, and the text that says so. */
export const PASTE_LOCATIONS = {
  'new-file': 'placeNewFile',
  'whole-file': 'placeWholeFile',
  top: 'placeTop',
  'after-php-tag': 'placeAfterPhpTag',
  'below-package': 'placeBelowPackage',
  'after-app': 'placeAfterApp',
  'wrap-handler': 'placeWrapHandler',
  settings: 'placeSettings',
  'server-block': 'placeServerBlock',
  'virtual-host': 'placeVirtualHost',
  'site-block': 'placeSiteBlock',
  frontend: 'placeFrontend',
  'web-app': 'placeWebApp',
  'define-config': 'placeDefineConfig',
  end: 'placeEnd',
  'command-options': 'placeCommandOptions',
  'call-options': 'placeCallOptions',
  'config-object': 'placeConfigObject',
  'after-setup': 'placeAfterSetup',
  'main-class': 'placeMainClass',
  'before-build': 'placeBeforeBuild',
  'entry-point': 'placeEntryPoint',
  'service-labels': 'placeServiceLabels',
  'service-environment': 'placeServiceEnvironment',
  form: 'placeForm',
  'gateway-route': 'placeGatewayRoute',
  'auth-location': 'placeAuthLocation',
  'main-entry': 'placeMainEntry',
  'below-imports': 'placeBelowImports',
  'in-place-of-serve': 'placeInPlaceOfServe',
  'in-place-of-on-request': 'placeInPlaceOfOnRequest',
} as const satisfies Readonly<Record<string, PlainKey>>;

export type PasteLocation = keyof typeof PASTE_LOCATIONS;
