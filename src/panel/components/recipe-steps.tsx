import { PLACES, type Recipe, type RecipeStep, type ServerNeed } from '../../fix/index.ts';
import { t } from '../../platform/i18n.ts';
import { CodeBlock } from './code-block.tsx';
import { Value } from './words.tsx';

/** A stack's recipe: what to do, in order, each piece pasteable as it stands. */
export function RecipeSteps({ recipe, need }: { recipe: Recipe; need: ServerNeed }) {
  return (
    <>
      <ol class="steps">
        {recipe.steps(need).map((step, index) => (
          <li key={index}>
            <Step step={step} />
          </li>
        ))}
        <li>
          {recipe.restart === null ? (
            t('recipeRestart')
          ) : (
            <>
              {t('recipeRestartWith')}
              <CodeBlock code={recipe.restart} />
            </>
          )}
        </li>
      </ol>
      {recipe.notes?.map((note) => (
        <p key={note}>{t(note)}</p>
      ))}
      <p class="dim">
        {t(recipe.proof === 'tested' ? 'recipeTested' : 'recipeDocumentation')}{' '}
        <a href={recipe.docs} target="_blank" rel="noreferrer">
          {t('recipeDocs')}
        </a>
      </p>
    </>
  );
}

function Step({ step }: { step: RecipeStep }) {
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
