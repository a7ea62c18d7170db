import { t } from '../../browser/i18n.ts';
import type { Failure } from '../../cors/index.ts';
import { addedToRecipe } from '../../explain/index.ts';
import { notesOf, type Recipe, type RecipeVariant, type ServerNeed, variantsOf } from '../../stacks/index.ts';
import type { Sentence } from '../../texts/index.ts';
import { pickedVariant, shownVariant } from '../model/shown-variant.ts';
import { Advice } from './advice.tsx';
import { Steps } from './recipe-step.tsx';
import { Text } from './words.tsx';

interface Props {
  readonly recipe: Recipe;
  readonly need: ServerNeed;
  /** The need that the recipe served when it was first shown. */
  readonly neededAtFirst: ServerNeed | null;
  readonly failures: readonly Failure[];
  /** The advice, if the recipe doesn't say it more exactly. */
  readonly advice: readonly Sentence[];
}

/** Shows a stack's recipe: the steps in order, each ready to be pasted, for one of several systems. */
export function RecipeSteps({ recipe, need, neededAtFirst, failures, advice }: Props) {
  const variants = variantsOf(recipe, need, failures);
  const variant = shownVariant(recipe, need, failures);
  const stepsFor = (one: ServerNeed) => shownVariant(recipe, one, failures)?.steps ?? [];
  const added = addedToRecipe(stepsFor, neededAtFirst ?? need, need);
  // If the code names no headers or methods, none can be added, so the line that would say so takes no room.
  const more: ServerNeed = {
    ...need,
    methods: [...need.methods, 'PURGE'],
    headers: [...need.headers, 'x-another'],
  };
  const canGrow = addedToRecipe(stepsFor, need, more).length > 0;
  // One sentence stands before the first step; what else there is to say follows the steps.
  const [lead, ...rest] = variant?.aim === undefined ? advice : [variant.aim, ...advice];
  return (
    <>
      <div class="lead">
        {variants.length > 1 && <VariantChooser variants={variants} label={variant?.label ?? ''} />}
        {lead !== undefined && <Advice of={[lead]} />}
      </div>
      {variant !== null && <Steps steps={variant.steps} restart={variant.restart} />}
      {canGrow && (
        <p class="recipe-added dim" role="status">
          {added.length > 0 && <Text message="recipeAdded" values={{ names: added }} />}
        </p>
      )}
      {variant !== null && notesOf(recipe, variant).map((note) => <p key={note}>{t(note)}</p>)}
      {rest.length > 0 && (
        <div class="dim">
          <Advice of={rest} />
        </div>
      )}
      <p class="dim">
        {t(recipe.verifiedBy === 'tests' ? 'recipeTested' : 'recipeDocumentation')}{' '}
        <a href={recipe.docs} target="_blank" rel="noreferrer">
          {t('recipeDocs')}
        </a>
      </p>
    </>
  );
}

function VariantChooser({ variants, label }: { variants: readonly RecipeVariant[]; label: string }) {
  return (
    <label class="recipe-variant">
      <span class="visually-hidden">{t('recipeVariant')}</span>
      <select
        value={label}
        onChange={(event) => {
          pickedVariant.value = event.currentTarget.value;
        }}
      >
        {variants.map((one) => (
          <option key={one.label}>{one.label}</option>
        ))}
      </select>
    </label>
  );
}
