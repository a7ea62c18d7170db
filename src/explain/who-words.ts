import type { Recognition } from '../stacks/index.ts';
import { STACKS } from '../stacks/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';

/** Says who answered, how sure that is, and which evidence tells it. */
export function whoWords({ stack, certainty, releases, evidence }: Recognition): Sentence {
  const name = releases === null ? STACKS[stack].name : `${STACKS[stack].name} ${releases}`;
  return sentence(certainty === 'sure' ? 'recognisedSure' : 'recognisedLikely', { stack: name, evidence });
}
