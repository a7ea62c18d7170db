import { configString } from './config.ts';

/**
 * Quotes the value of a directive that takes variables. A literal `$` can't be written there, so `$cors_dollar` stands
 * for it, which {@link NGINX_DOLLAR} defines.
 */
export function nginxValue(text: string): string {
  return configString(text.replaceAll('$', `$\{cors_dollar}`));
}

/** Defines `$cors_dollar`. In the values of `geo`, a `$` is literal. */
export const NGINX_DOLLAR = `geo $cors_dollar {
    default "$";
}`;
