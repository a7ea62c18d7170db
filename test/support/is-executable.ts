import { accessSync, constants } from 'node:fs';

/** True for a file that exists and that we may execute. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
