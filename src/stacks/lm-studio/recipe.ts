import { isLoopbackOrigin } from '../../cors/index.ts';
import { posixWord } from '../quote/shell.ts';
import type { Recipe, RecipeStep } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/** All or nothing: there is no list of origins. */
export const lmStudio: Recipe = {
  stack: 'lm-studio',
  proof: 'documentation',
  docs: 'https://lmstudio.ai/docs/cli/server-start',
  restart: '',
  notes: ['noteLmStudioAllowsAll'],
  steps: lmsSteps,
  variants: (need) => [
    { label: 'lms', steps: lmsSteps(need), restart: '' },
    {
      label: 'LM Studio',
      steps: [
        {
          type: 'edit',
          file: 'Developer › Server Settings',
          place: 'form',
          language: 'text',
          code: 'Enable CORS: On',
        },
      ],
      restart: '',
    },
  ],
};

function lmsSteps({ url }: ServerNeed): readonly RecipeStep[] {
  const { origin, port } = new URL(url);
  const option = isLoopbackOrigin(origin) && port !== '' ? ` --port ${port}` : '';
  return [{ type: 'run', command: `lms server stop\nlms server start --cors${option}` }];
}

/**
 * It can name one origin, or all of this machine's. Its answers never allow credentials.
 * @see https://github.com/ggml-org/llama.cpp/blob/master/tools/server/server-http.cpp
 */
export const llamaCpp: Recipe = {
  stack: 'llama-cpp',
  proof: 'documentation',
  docs: 'https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md',
  restart: null,
  notes: ['noteLlamaCpp'],
  steps: ({ origins, methods, headers }) => {
    const [first, ...others] = origins;
    const origin = others.length > 0 && origins.every(isLoopbackOrigin) ? 'localhost' : first;
    return [
      options('llama-server', [
        `--cors-origins ${posixWord(origin)}`,
        `--cors-methods ${posixWord(methods.join(', '))}`,
        ...(headers.length > 0 ? [`--cors-headers ${posixWord(headers.join(', '))}`] : []),
      ]),
    ];
  },
};

export const vllm: Recipe = {
  stack: 'vllm',
  proof: 'documentation',
  docs: 'https://docs.vllm.ai/en/latest/cli/serve/',
  restart: null,
  steps: ({ origins, methods, headers, credentials }: ServerNeed) => {
    const list = (name: string, values: readonly string[]) =>
      `--allowed-${name} ${posixWord(JSON.stringify(values))}`;
    return [
      options('vllm serve', [
        list('origins', origins),
        list('methods', methods),
        list('headers', headers),
        ...(credentials ? ['--allow-credentials'] : []),
      ]),
    ];
  },
};

function options(file: string, lines: readonly string[]): RecipeStep {
  return { type: 'edit', file, place: 'command-options', language: 'shell', code: lines.join(' ') };
}
