import { PLACES, type RecipeStep } from '../../fix/index.ts';
import { t } from '../../platform/i18n.ts';
import { CodeBlock } from './code-block.tsx';
import { Value } from './words.tsx';

/** One thing to do: a command, or code and the place where it belongs. */
export function Step({ step }: { step: RecipeStep }) {
  switch (step.type) {
    case 'run':
      return <CodeBlock label={t('recipeRun')} code={step.command} language="shell" />;
    case 'edit':
      return (
        <div data-file={step.file} data-place={step.place}>
          <CodeBlock
            label={
              <>
                <Value text={step.file} /> <span class="dim">{t(PLACES[step.place])}</span>
              </>
            }
            code={step.code}
            language={step.language}
          />
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
        <CodeBlock label={t('recipeRestartWith')} code={restart} language="shell" />
      )}
    </li>
  );
}
