import { expect, test } from 'vitest';
import { explain } from '../../src/explain/explanation.ts';
import { notesOf, variantsOf } from '../../src/stacks/recipe.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';
import { sampleContext } from './sample-context.ts';

/** The fix for a call whose preflight passed, and that IIS answered in place of the app. */
function fixFor(method: string) {
  const exchange = sampleExchange({
    url: 'https://api.example.com/items/1',
    method,
    requestHeaders: [['Origin', PAGE]],
    preflight: samplePreflight(
      { method, headerNames: 'content-type' },
      {
        status: 204,
        headerList: [
          ['Access-Control-Allow-Origin', PAGE],
          ['Access-Control-Allow-Methods', method],
          ['Access-Control-Allow-Headers', 'content-type'],
          ['Server', 'Microsoft-IIS/10.0'],
        ],
      },
    ),
    response: {
      status: 405,
      headerList: [
        ['Allow', 'GET, HEAD, OPTIONS, TRACE'],
        ['Content-Type', 'text/html'],
        ['Server', 'Microsoft-IIS/10.0'],
      ],
    },
  });
  const { onServer, diagnosis } = explain(judge(exchange), sampleContext(exchange));
  const { fix } = onServer;
  if (fix === null || fix.recipe === null) return null;
  const [variant] = variantsOf(fix.recipe, fix.need, diagnosis.failures);
  if (variant === undefined) return null;
  return { choice: fix.choice, notes: notesOf(fix.recipe, variant), code: JSON.stringify(variant.steps) };
}

test.each(['PUT', 'DELETE'])(
  '%s that IIS took for WebDAV: the recipe that mends just that is shown',
  (method) => {
    const fix = fixFor(method);
    expect(fix).toMatchObject({ choice: 'iis', notes: [] });
    expect(fix?.code).toContain('WebDAVModule');
    expect(fix?.code).not.toContain('<cors');
  },
);

test('where WebDAV takes no part, nobody who has CORS set up is shown how to set it up', () => {
  expect(fixFor('PATCH')).toBeNull();
});
