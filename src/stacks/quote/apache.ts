/**
 * An argument in Apache's configuration that `Header` takes as the value to set: a `%` would begin a variable there.
 * What is quoted here has backslashes only in patterns.
 */
export function apacheValue(text: string): string {
  return apacheString(text.replaceAll('%', '%%'));
}

/** An argument in Apache's configuration. */
export function apacheString(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
