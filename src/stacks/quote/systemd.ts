/**
 * Quotes an assignment in a unit's `Environment=`, where `%` begins a specifier. A `$` has no meaning there.
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html#Quoting
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Environment=
 */
export function systemdAssignment(name: string, value: string): string {
  return `"${name}=${value.replaceAll(/["\\]/g, '\\$&').replaceAll('%', '%%')}"`;
}
