import { t } from '../../browser/i18n.ts';
import type { JudgedExchange, Remedy } from '../../explain/index.ts';
import { adviceSides } from '../../explain/index.ts';
import type { ServerNeed } from '../../stacks/index.ts';
import { Advice } from './advice.tsx';
import { AlsoAllowField } from './also-allow.tsx';
import { RecipeSteps } from './recipe-steps.tsx';
import { RequiredHeaders } from './required-headers.tsx';

interface Props {
  readonly row: JudgedExchange;
  /** Null where nothing that a server sends would help. */
  readonly remedy: Remedy | null;
  /** What the remedy was for when the row was shown. */
  readonly neededAtFirst: ServerNeed | null;
  readonly targetOrigin: string;
}

/** What to do on the server: in a sentence, then to be pasted. */
export function ServerFix({ row, remedy, neededAtFirst, targetOrigin }: Props) {
  const { onServer } = adviceSides(row);
  if (remedy?.recipe) {
    return (
      <>
        <RecipeSteps
          recipe={remedy.recipe}
          need={remedy.need}
          neededAtFirst={neededAtFirst}
          failures={row.diagnosis.failures}
          advice={onServer}
        />
        <AlsoAllowField targetOrigin={targetOrigin} />
      </>
    );
  }
  return (
    <>
      <Advice of={onServer} />
      {remedy === null && onServer.length === 0 && <p>{t('fixNone')}</p>}
      <RequiredHeaders row={row} />
    </>
  );
}
