import { describe, expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { devProxy } from '../../src/dev-servers/dev-proxy.ts';
import { codeTokens } from '../../src/panel/model/code-tokens.ts';
import { type RecipeStep, variantsOf } from '../../src/stacks/recipe.ts';
import { RECIPES } from '../../src/stacks/recipes.ts';
import { serverNeed } from '../../src/stacks/server-need.ts';
import { sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const preflight = samplePreflight({ method: 'PUT', headerNames: "x-asked,x-o'clock,x-$a`b" }, {});
const exchange = sampleExchange({ preflight });
const diagnosis = diagnose(exchange, CHROME);
const need = serverNeed(exchange, diagnosis);
if (need === null) throw new Error('A blocked exchange needs something of its server.');

const ofRecipes = RECIPES.map(([stack, recipe]) => {
  const steps = variantsOf(recipe, need, diagnosis.failures).flatMap((variant) => variant.steps);
  return [stack, steps] as const;
});

describe('the pieces put together are the code, character by character', () => {
  test.each(ofRecipes)('of the recipe for %s', (_stack, steps) => {
    for (const { code, language } of steps.map(codeOf)) expect(joined(code, language)).toBe(code);
  });

  test.each(['vite', 'webpack', 'angular'] as const)('of the proxy of %s', (tool) => {
    const call = { origin: 'http://localhost:5174', url: 'http://127.0.0.1:1/v1/a', originBlocked: false };
    const steps = devProxy(tool, call)?.steps ?? [];
    expect(steps).not.toEqual([]);
    for (const { code, language } of steps.map(codeOf)) expect(joined(code, language)).toBe(code);
  });

  test.each(['\u202egnp', '"', '`${', '/*', "<a b='", '${a', "'''", '<!--', '<?php #['])(
    'of %s, which does not end',
    (code) => {
      for (const language of [
        'javascript',
        'xml',
        'shell',
        'python',
        'yaml',
        'php',
        'nginx',
        'csharp',
      ] as const) {
        expect(joined(code, language)).toBe(code);
      }
    },
  );
});

test('the tokens with a colour are told apart', () => {
  expect(codeTokens("cors({ maxAge: 600, origin: 'http://a' }); // new", 'javascript')).toEqual([
    { kind: 'name', text: 'cors' },
    { kind: 'plain', text: '({ maxAge: ' },
    { kind: 'number', text: '600' },
    { kind: 'plain', text: ', origin: ' },
    { kind: 'string', text: "'http://a'" },
    { kind: 'plain', text: ' }); ' },
    { kind: 'comment', text: '// new' },
  ]);
});

test('in a configuration the directive at the beginning of a line stands out', () => {
  expect(codeTokens('add_header Vary "Origin" always;', 'nginx')).toEqual([
    { kind: 'keyword', text: 'add_header' },
    { kind: 'plain', text: ' Vary ' },
    { kind: 'string', text: '"Origin"' },
    { kind: 'plain', text: ' always;' },
  ]);
});

test('code that is too long gets no colours', () => {
  const code = `'${'a'.repeat(20_000)}'`;
  expect(codeTokens(code, 'javascript')).toEqual([{ kind: 'plain', text: code }]);
});

function codeOf(step: RecipeStep) {
  return step.type === 'run'
    ? ({ code: step.command, language: 'shell' } as const)
    : { code: step.code, language: step.language };
}

function joined(code: string, language: Parameters<typeof codeTokens>[1]): string {
  return codeTokens(code, language)
    .map(({ text }) => text)
    .join('');
}
