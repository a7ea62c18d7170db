/** A value as one word of a POSIX shell's command. */
export function quoteShell(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}

/** A value as a string of PowerShell that nothing is expanded in. */
export function quotePowerShell(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
