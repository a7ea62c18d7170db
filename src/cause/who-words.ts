import type { Recognition } from './fingerprint.ts';
import { type Sentence, sentence } from './headline-sentence.ts';
import { STACKS } from './stack.ts';

/** Who answered, how sure that is, and what tells. */
export function whoWords({ stack, certainty, releases, evidence }: Recognition): Sentence {
  const name = releases === null ? STACKS[stack].name : `${STACKS[stack].name} ${releases}`;
  return sentence(certainty === 'sure' ? 'recognisedSure' : 'recognisedLikely', name, evidence);
}
