import type { HeaderList } from '../cors/index.ts';

/** Formats headers as an answer has them, one on each line. */
export function headerLines(list: HeaderList): readonly string[] {
  return list.map(([name, value]) => `${name}: ${value}`);
}
