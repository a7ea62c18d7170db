import type { Recognition } from './fingerprint.ts';
import { type Sentence, sentence } from './headline-sentence.ts';
import { STACKS } from './stack.ts';

/** Who answered, how sure that is, and what tells. */
export function whoWords({ stack, certainty, evidence }: Recognition): Sentence {
  return sentence(certainty === 'sure' ? 'recognisedSure' : 'recognisedLikely', STACKS[stack].name, evidence);
}
