import { useSignal } from '@preact/signals';
import type { Failure } from '../../cors/index.ts';
import { type Recipe, type RecipeVariant, type ServerNeed, variantsOf } from '../../fix/index.ts';
import { t } from '../../platform/i18n.ts';
import { Restart, Step } from './recipe-step.tsx';
import { Words } from './words.tsx';

interface Props {
  readonly recipe: Recipe;
  readonly need: ServerNeed;
  readonly failures: readonly Failure[];
}

/** A stack's recipe: what to do, in order, each piece pasteable as it stands; for one system of several. */
export function RecipeSteps({ recipe, need, failures }: Props) {
  const picked = useSignal('');
  const variants = variantsOf(recipe, need, failures);
  const variant = variants.find(({ label }) => label === picked.value) ?? variants[0];
  return (
    <>
      {variants.length > 1 && (
        <label class="recipe-variant">
          <span class="visually-hidden">{t('recipeVariant')}</span>
          <select
            value={variant?.label}
            onChange={(event) => {
              picked.value = event.currentTarget.value;
            }}
          >
            {variants.map(({ label }) => (
              <option key={label}>{label}</option>
            ))}
          </select>
        </label>
      )}
      {variant !== undefined && <Steps variant={variant} />}
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

function Steps({ variant: { aim, steps, restart } }: { variant: RecipeVariant }) {
  return (
    <>
      {aim !== undefined && (
        <p>
          <Words of={aim} />
        </p>
      )}
      {steps.length > 0 && (
        <ol class="steps">
          {steps.map((step, index) => (
            <li key={index}>
              <Step step={step} />
            </li>
          ))}
          <Restart restart={restart} />
        </ol>
      )}
    </>
  );
}
