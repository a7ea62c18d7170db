import type { RecipeStep } from '../stacks/index.ts';
import type { Family } from './family.ts';
import { callOptions, inLangChain, ownFetch } from './setting-steps.ts';

/** How every library of a family is kept from adding headers, whichever of them the page uses. */
interface FamilyStop {
  /** The documentation that the steps follow. */
  readonly docs: string;
  /** @param names the headers to stop, lower-cased */
  readonly steps: (names: readonly string[]) => readonly RecipeStep[];
}

/** The families whose libraries all take the same setting. */
export const FAMILY_STOPS: Readonly<Partial<Record<Family, FamilyStop>>> = {
  Stainless: {
    docs: 'https://github.com/openai/openai-node#customizing-the-fetch-client',
    steps: (names) => [callOptions('new OpenAI(), new Groq(), …', inLangChain(ownFetch(names)))],
  },
};
