import { t } from '../../browser/i18n.ts';
import { type Explanation, namesOrigins } from '../../explain/index.ts';
import type { ServerNeed } from '../../stacks/index.ts';
import { shownVariant } from '../model/shown-variant.ts';
import { Advice } from './advice.tsx';
import { AlsoAllowField } from './also-allow.tsx';
import { RecipeSteps } from './recipe-steps.tsx';
import { RequiredHeaders } from './required-headers.tsx';

interface Props {
  readonly of: Explanation;
  /** The need that the fix served when the explanation was first shown. */
  readonly neededAtFirst: ServerNeed | null;
  readonly targetOrigin: string;
}

/** Shows what to do on the server: a sentence, then code to paste. */
export function ServerFix({ of: explanation, neededAtFirst, targetOrigin }: Props) {
  const { fix, advice } = explanation.onServer;
  if (fix?.recipe) {
    const { recipe } = fix;
    const { failures } = explanation.diagnosis;
    const stepsFor = (need: ServerNeed) => shownVariant(recipe, need, failures)?.steps ?? [];
    return (
      <>
        <RecipeSteps
          recipe={recipe}
          need={fix.need}
          neededAtFirst={neededAtFirst}
          failures={failures}
          advice={advice}
        />
        {namesOrigins(stepsFor, fix.need) && <AlsoAllowField targetOrigin={targetOrigin} />}
      </>
    );
  }
  return (
    <>
      <Advice of={advice} />
      {fix === null && advice.length === 0 && <p>{t('fixNone')}</p>}
      <RequiredHeaders of={explanation} />
    </>
  );
}
