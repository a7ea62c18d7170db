import { expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { ExplainedExchange } from '../../src/report/report-v2.ts';
import { speaker } from '../../src/report/say.ts';
import { toReportV2 } from '../../src/report/to-report-v2.ts';
import { ORIGIN, preflight, simple } from '../causes/cause-table.ts';
import { explained } from '../report/sample-explained.ts';
import { inTerminal, PLAIN } from './in-terminal.ts';

function reported(exchange: Parameters<typeof explained>[0]): ExplainedExchange {
  const [one] = toReportV2('Test/1', [explained(exchange)], speaker(en)).exchanges;
  if (one === undefined) throw new Error('There is no exchange in the report.');
  return one;
}

test('the call, the cause and the change for the server that answered', () => {
  const exchange = reported(simple(200, [['X-Powered-By', 'Express']]));
  const lines = inTerminal(exchange, PLAIN).split('\n');
  expect(lines[0]).toBe(`✗ GET ${exchange.url}`);
  expect(lines[1]).toBe(`  ${exchange.words.headline}`);
  expect(lines).toContain(
    '  The change for Express, tested with the real server: https://expressjs.com/en/resources/middleware/cors.html',
  );
  expect(lines).toContain('    $ npm install cors');
  expect(lines).toContain('    Then restart the server.');
});

test('where no server is recognised the advice stands alone', () => {
  const exchange = reported(preflight(204, [ORIGIN]));
  const told = inTerminal(exchange, PLAIN);
  expect(exchange.fix).toBeNull();
  expect(told).not.toContain('The change for');
  for (const { text } of exchange.words.advice) expect(told).toContain(`  → ${text}`);
});

test('equal calls are counted, and colours are the reader’s', () => {
  const exchange = { ...reported(simple(200)), repeats: 2 };
  const told = inTerminal(exchange, (colour, text) => `<${colour}>${text}</>`);
  expect(told).toMatch(/^<red>✗ GET .+<\/><dim> and 2 more<\/>\n/);
});
