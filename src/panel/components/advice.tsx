import type { Sentence } from '../../texts/index.ts';
import { Words } from './words.tsx';

/** Lists what to do, one sentence each. */
export function Advice({ of: sentences }: { of: readonly Sentence[] }) {
  return sentences.map((one) => (
    <p key={one.key}>
      <Words of={one} />
    </p>
  ));
}
