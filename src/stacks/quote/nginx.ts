import { configString } from './config.ts';

/**
 * The value of a directive that takes variables. A `$` that begins none cannot be written there: `$cors_dollar` stands
 * for it, which {@link NGINX_DOLLAR} defines.
 */
export function nginxValue(text: string): string {
  return configString(text.replaceAll('$', `$\{cors_dollar}`));
}

/** `geo` is the directive in whose values a `$` is one. */
export const NGINX_DOLLAR = `geo $cors_dollar {
    default "$";
}`;
