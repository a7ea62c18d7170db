import type { HeaderList } from '../cors/index.ts';

/** Headers as they stand in an answer, one a line. */
export function headerLines(list: HeaderList): readonly string[] {
  return list.map(([name, value]) => `${name}: ${value}`);
}
