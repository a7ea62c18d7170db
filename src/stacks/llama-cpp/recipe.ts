import { isLoopbackOrigin } from '../../cors/index.ts';
import { posixWord } from '../quote/shell.ts';
import type { Recipe } from '../recipe.ts';
import { commandOptions } from '../shared/command-options.ts';

/**
 * llama.cpp can allow one origin, or all origins of this machine. Its answers never allow credentials.
 * @see https://github.com/ggml-org/llama.cpp/blob/master/tools/server/server-http.cpp
 */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md',
  restart: { type: 'server' },
  notes: ['noteLlamaCpp'],
  steps: ({ origins, methods, headers }) => {
    const [first, ...others] = origins;
    const origin = others.length > 0 && origins.every(isLoopbackOrigin) ? 'localhost' : first;
    return [
      commandOptions('llama-server', [
        `--cors-origins ${posixWord(origin)}`,
        `--cors-methods ${posixWord(methods.join(', '))}`,
        ...(headers.length > 0 ? [`--cors-headers ${posixWord(headers.join(', '))}`] : []),
      ]),
    ];
  },
};
