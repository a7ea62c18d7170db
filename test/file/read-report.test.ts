import { expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { CHROME, type Exchange } from '../../src/cors/index.ts';
import { FileReading } from '../../src/file/index.ts';
import { speaker, toReport, toReportV2 } from '../../src/report/index.ts';
import { CAUSE_TABLE } from '../causes/cause-table.ts';
import { judge } from '../explain/judge.ts';
import { explained } from '../report/sample-explained.ts';

/** The exchanges that a file has. */
function readBack(report: unknown): readonly Exchange[] {
  const reading = new FileReading(CHROME);
  reading.push(JSON.stringify(report));
  const content = reading.end();
  return content.type === 'content' ? content.exchanges : [];
}

function causeOf(exchange: Exchange | undefined): string | null | undefined {
  return exchange === undefined ? undefined : (judge(exchange).cause?.id ?? null);
}

const EXCHANGES = CAUSE_TABLE.map(([name, exchange]) => [name, exchange] as const);

test.each(EXCHANGES)('version 2 of a report has the cause of %s', (_, exchange) => {
  const report = toReportV2('Test/1', [explained(exchange)], speaker(en));
  expect(causeOf(readBack(report)[0])).toBe(causeOf(exchange));
});

test('version 1, which lacks the headers of requests and earlier hops, has most of the causes', () => {
  const ofCors = EXCHANGES.filter(([, { outside }]) => outside === undefined);
  const same = ofCors.filter(
    ([, exchange]) => causeOf(readBack(toReport('Test/1', [exchange], CHROME))[0]) === causeOf(exchange),
  );
  expect(same.length / ofCors.length).toBeGreaterThan(0.9);
});
