import { posixWord } from '../quote/shell.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { commandOptions } from '../shared/command-options.ts';

export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://docs.vllm.ai/en/latest/cli/serve/',
  restart: { type: 'server' },
  steps: ({ origins, methods, headers, credentials }: ServerNeed) => {
    const list = (name: string, values: readonly string[]) =>
      `--allowed-${name} ${posixWord(JSON.stringify(values))}`;
    return [
      commandOptions('vllm serve', [
        list('origins', origins),
        list('methods', methods),
        list('headers', headers),
        ...(credentials ? ['--allow-credentials'] : []),
      ]),
    ];
  },
};
