import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { quoteDouble } from '../../../src/stacks/quote/double.ts';
import { quoteSingle } from '../../../src/stacks/quote/single.ts';
import type { Language } from '../../../src/stacks/recipe.ts';
import { recipeFor } from '../../../src/stacks/recipe-for.ts';
import type { ServerNeed } from '../../../src/stacks/server-need.ts';

// Every token character, and what Ruby or PHP would replace in double quotes.
const TOKENS = ["!#$%&'*+-.^_`|~09azAZ", "x-#$0'", 'x-$a', "'"];
const NEED: ServerNeed = {
  origins: ['http://[::1]:5174', 'https://app.example'],
  methods: ['POST', "M'#$0"],
  headers: TOKENS,
  credentials: true,
  exposed: TOKENS,
  url: 'http://127.0.0.1:8000/api',
};
const LEAST: ServerNeed = { ...NEED, headers: [], exposed: [], credentials: false };

interface Interpreter {
  readonly language: Language;
  readonly path: string;
  readonly quote: (text: string) => string;
  /** What makes it print the value of an expression that it reads. */
  readonly evaluate: readonly string[];
  /** What makes it read a program, and fail where that isn't one. */
  readonly parse: readonly string[];
  readonly begin: string;
  readonly stacks: readonly Parameters<typeof recipeFor>[0][];
}

const INTERPRETERS: readonly Interpreter[] = [
  {
    language: 'python',
    path: '/usr/bin/python3',
    quote: quoteDouble,
    evaluate: ['-c', 'import ast, sys; print(ast.literal_eval(sys.stdin.read()), end="")'],
    parse: ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'],
    begin: '',
    stacks: ['fastapi', 'starlette', 'flask', 'django', 'aiohttp'],
  },
  {
    language: 'ruby',
    path: '/usr/bin/ruby',
    quote: quoteSingle,
    evaluate: ['-e', 'print eval($stdin.read)'],
    parse: ['-c'],
    begin: '',
    stacks: ['rails'],
  },
  {
    language: 'php',
    path: '/usr/bin/php',
    quote: quoteSingle,
    evaluate: ['-r', 'echo eval("return " . stream_get_contents(STDIN) . ";");'],
    parse: ['-l'],
    begin: '<?php\n',
    stacks: ['php'],
  },
];

for (const { language, path, quote, evaluate, parse, begin, stacks } of INTERPRETERS) {
  const missing = !existsSync(path);
  if (missing) console.log(`The quotes of ${language} aren't tried: there's no ${path}.`);
  const run = (args: readonly string[], input: string) =>
    execFileSync(path, args, { input, encoding: 'utf8' });

  describe.skipIf(missing)(language, () => {
    test.each([...TOKENS, String.raw`\'`, '"'])('%s is read as it was', (text) => {
      expect(run(evaluate, quote(text))).toBe(text);
    });

    test.each(stacks)('the recipe of %s is a program, whatever the names in it', (stack) => {
      for (const need of [NEED, LEAST]) {
        for (const step of recipeFor(stack)?.steps(need) ?? []) {
          if (step.type === 'edit') run(parse, `${begin}${step.code}\n`);
        }
      }
    });
  });
}
