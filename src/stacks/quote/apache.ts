import { configString } from './config.ts';

/**
 * Quotes an argument in Apache's configuration that `Header` uses as the value to set, where `%` begins a variable.
 * Only patterns hold backslashes.
 */
export function apacheValue(text: string): string {
  return configString(text.replaceAll('%', '%%'));
}
