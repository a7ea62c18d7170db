import { PLACES, type RecipeStep } from '../../fix/index.ts';
import { t } from '../../platform/i18n.ts';
import { CodeBlock } from './code-block.tsx';
import { Value } from './words.tsx';

/** One thing to do: a command, or code and the place where it belongs. */
export function Step({ step }: { step: RecipeStep }) {
  switch (step.type) {
    case 'run':
      return (
        <>
          {t('recipeRun')}
          <CodeBlock code={step.command} />
        </>
      );
    case 'edit':
      return (
        <div data-file={step.file} data-place={step.place}>
          <Value text={step.file} /> <span class="dim">{t(PLACES[step.place])}</span>
          <CodeBlock code={step.code} />
        </div>
      );
  }
}

/** What makes the steps take effect, as a last step. */
export function Restart({ restart }: { restart: string | null }) {
  if (restart === '') return null;
  return (
    <li>
      {restart === null ? (
        t('recipeRestart')
      ) : (
        <>
          {t('recipeRestartWith')}
          <CodeBlock code={restart} />
        </>
      )}
    </li>
  );
}
