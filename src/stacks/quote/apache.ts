import { configString } from './config.ts';

/**
 * An argument in Apache's configuration that `Header` takes as the value to set: a `%` would begin a variable there.
 * What is quoted here has backslashes only in patterns.
 */
export function apacheValue(text: string): string {
  return configString(text.replaceAll('%', '%%'));
}
