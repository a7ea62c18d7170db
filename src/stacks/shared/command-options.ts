import type { RecipeStep } from '../recipe.ts';

/** Returns the step that adds options to the command that starts a server. */
export function commandOptions(command: string, options: readonly string[]): RecipeStep {
  return {
    type: 'edit',
    file: command,
    place: 'command-options',
    language: 'shell',
    code: options.join(' '),
  };
}
