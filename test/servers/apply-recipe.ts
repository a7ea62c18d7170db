import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An edit as the panel shows it. */
export interface ShownEdit {
  readonly file: string;
  readonly place: string;
  readonly code: string;
}

const SETUP_BEGIN = /cors: begin/;
const SETUP_END = /cors: end/;

/**
 * Does to a server's files what a recipe says, as a person would: takes out the CORS setup that is there, between the
 * marks `cors: begin` and `cors: end`, and pastes the code at the line with the mark `place: <place>`, as far in as the
 * mark stands.
 * @throws when there is no such place
 */
export function applyEdit(folder: string, { file, place, code }: ShownEdit): void {
  const path = join(folder, file);
  if (place === 'new-file' || place === 'whole-file') {
    if ((place === 'new-file') === existsSync(path)) {
      throw new Error(`${file} ${place === 'new-file' ? 'is there already' : "isn't there"}.`);
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${code}\n`);
    return;
  }
  const lines = withoutSetup(readFileSync(path, 'utf8').split('\n'));
  const mark = lines.findIndex(
    (line) => line.includes(`place: ${place} `) || line.endsWith(`place: ${place}`),
  );
  if (mark < 0) throw new Error(`${file} has no place "${place}".`);
  const indent = /^\s*/.exec(lines[mark] ?? '')?.[0] ?? '';
  const pasted = code.split('\n').map((line) => (line === '' ? '' : indent + line));
  writeFileSync(path, [...lines.slice(0, mark), ...pasted, ...lines.slice(mark + 1)].join('\n'));
}

function withoutSetup(lines: readonly string[]): readonly string[] {
  const begin = lines.findIndex((line) => SETUP_BEGIN.test(line));
  const end = lines.findIndex((line) => SETUP_END.test(line));
  if (begin < 0 || end < begin) return lines;
  return withoutSetup([...lines.slice(0, begin), ...lines.slice(end + 1)]);
}
