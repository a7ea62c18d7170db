/**
 * An assignment in a unit's `Environment=`. A `%` would begin a specifier there; a `$` means nothing.
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html#Quoting
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Environment=
 */
export function systemdAssignment(name: string, value: string): string {
  return `"${name}=${value.replaceAll(/["\\]/g, '\\$&').replaceAll('%', '%%')}"`;
}
