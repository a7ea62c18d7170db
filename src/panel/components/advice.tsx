import type { Sentence } from '../../texts/index.ts';
import { Words } from './words.tsx';

/** What to do, sentence by sentence. */
export function Advice({ of: sentences }: { of: readonly Sentence[] }) {
  return sentences.map((one) => (
    <p key={one.key}>
      <Words of={one} />
    </p>
  ));
}
