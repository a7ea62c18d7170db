import { ALLOW_ORIGIN_ERRORS, isOneOf } from '../../cors/index.ts';
import { posixWord } from '../quote/shell.ts';
import type { Recipe, RecipeStep } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { commandOptions } from '../shared/command-options.ts';

/** There is no setting for methods and headers, which are fixed: where one of them isn't allowed, nothing helps. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://github.com/comfyanonymous/ComfyUI/blob/master/comfy/cli_args.py',
  restart: { type: 'server' },
  notes: ['noteComfyUi'],
  settings: ({ origins: [origin] }) => [`--enable-cors-header ${posixWord(origin)}`],
  steps: (need) => [option(need)],
  variants: (need, failures) => {
    const certain = failures.filter(({ when }) => when === 'always');
    const helps = certain.length === 0 || certain.some((failure) => isOneOf(failure, ALLOW_ORIGIN_ERRORS));
    return helps ? [{ label: '', steps: [option(need)], restart: { type: 'server' } }] : [];
  },
};

function option({ origins: [origin] }: ServerNeed): RecipeStep {
  return commandOptions('python main.py', [`--enable-cors-header ${posixWord(origin)}`]);
}
