import { posixWord } from '../quote/shell.ts';
import type { RecipeStep, RecipeVariant } from '../recipe.ts';

type Variables = readonly (readonly [name: string, value: string])[];

/** The step that gives a container its environment. */
export function dockerStep(variables: Variables): RecipeStep {
  return {
    type: 'edit',
    file: 'docker run',
    place: 'command-options',
    language: 'shell',
    code: variables.map(([name, value]) => `-e ${name}=${posixWord(value)}`).join(' '),
  };
}

/** The ways in which a server that reads its settings from the environment gets them. */
export function environmentVariants(variables: Variables, command: string): readonly RecipeVariant[] {
  const assignments = variables.map(([name, value]) => `${name}=${posixWord(value)}`).join(' ');
  return [
    { label: 'Docker', steps: [dockerStep(variables)], restart: { type: 'server' } },
    {
      label: command,
      steps: [{ type: 'run', command: `${assignments} ${command}` }],
      restart: { type: 'server' },
    },
  ];
}
