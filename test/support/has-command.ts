import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether a command is found on the PATH. */
export function hasCommand(name: string): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return folders.some((folder) => existsSync(join(folder, file)));
}
