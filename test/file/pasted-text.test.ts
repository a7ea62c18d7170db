import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { CHROME, type Exchange } from '../../src/cors/index.ts';
import { readPasted } from '../../src/file/index.ts';
import { speaker, ticket, toReportV2 } from '../../src/report/index.ts';
import { judge } from '../explain/judge.ts';
import { OLLAMA } from '../report/ollama-exchange.ts';
import { explained } from '../report/sample-explained.ts';
import { blockedInChrome, sampleHar } from './sample-har.ts';

const say = speaker(en);
const TICKET = ticket(explained(OLLAMA).explanation, say);
const BLOCK = /```json\n.+\n```/.exec(TICKET)?.[0] ?? '';
const JSON_ALONE = BLOCK.split('\n')[1] ?? '';
const HAR = JSON.stringify(sampleHar(blockedInChrome()));

function causesIn(text: string): readonly (string | undefined)[] {
  const result = readPasted(text, CHROME);
  return result.type === 'content' ? result.exchanges.map((one) => judge(one).cause?.id) : [];
}

/** Why a text is refused, or what is noted of it. */
function saidOf(text: string): readonly string[] {
  const result = readPasted(text, CHROME);
  return result.type === 'content' ? result.notes.map(({ key }) => key) : [result.why.key];
}

/** As programs for plain text mail break lines: between words, if there are any. */
function wrapped(text: string, prefix = ''): string {
  return text
    .split('\n')
    .flatMap((line) => line.match(/.{1,70}(?:\s|$)|\S+(?:\s|$)/g) ?? [''])
    .map((line) => `${prefix}${line.trimEnd()}`)
    .join('\n');
}

describe('the call is found', () => {
  test.each([
    ['in a ticket', TICKET],
    ['in its block', BLOCK],
    ['in its line', `  ${JSON_ALONE}\n`],
    ['between other words', `Hi,\nplease look:\n\n${TICKET}\n\nThanks {"a": 1}`],
    ['with the line ends of Windows', TICKET.replaceAll('\n', '\r\n')],
    ['in a list, indented', TICKET.replaceAll(/^/gm, '    ')],
    ['in a mail that answers', TICKET.replaceAll(/^/gm, '> ')],
    ['in a mail whose lines are broken', wrapped(TICKET)],
    ['in an answer to that', wrapped(TICKET, '> > ')],
    ['without its fence', TICKET.replaceAll('```', '')],
    ['with a byte order mark', `\ufeff${JSON_ALONE}`],
  ])('%s', (_, text) => {
    expect(causesIn(text)).toEqual([judge(OLLAMA).cause?.id]);
    expect(saidOf(text)).toEqual(['fileExcerpt']);
  });

  test.each([
    ['a HAR', HAR],
    ['a HAR in a code block', `Here:\n\n~~~json\n${HAR}\n~~~\n`],
    ['a HAR that is printed nicely', JSON.stringify(JSON.parse(HAR), null, 2)],
  ])('in %s', (_, text) => {
    expect(causesIn(text)).toEqual(['header-not-allowed']);
  });

  test('in a whole report', () => {
    const report = toReportV2('Mozilla/5.0 Chrome/156.0.0.0', [explained(OLLAMA)], say);
    const result = readPasted(JSON.stringify(report), CHROME);
    expect(result).toMatchObject({ recorder: 'Chrome 156', notes: [] });
  });

  test('several times in a thread with several tickets', () => {
    const other: Exchange = { ...OLLAMA, startedAt: 2_000 };
    const second = ticket(explained(other).explanation, say);
    expect(causesIn(`${TICKET}\n\n---\n\n${second}`)).toHaveLength(2);
    expect(saidOf(`${TICKET}\n${second.slice(0, -60)}`)).toEqual(['fileUnreadableEntries', 'fileExcerpt']);
  });
});

describe('what holds no call is answered in words', () => {
  test.each([
    ['nothing', '', 'pasteUnknown'],
    ['a greeting', 'Hello', 'pasteUnknown'],
    ['a ticket without its block', TICKET.split('```json')[0] ?? '', 'pasteUnknown'],
    ['some other JSON', '{"a":1}', 'pasteUnknown'],
    ['a block with other JSON', '```json\n{"a":1}\n```', 'pasteUnknown'],
    ['a ticket that is cut', TICKET.slice(0, -40), 'pasteCut'],
    ['a ticket that is cut early', TICKET.slice(0, TICKET.indexOf('"exchanges')), 'pasteCut'],
    ['a newer report', JSON_ALONE.replace('"version":2', '"version":3'), 'fileNewerReport'],
    ['half of a report with two calls', `${twice().slice(0, -30)}`, 'pasteTruncated'],
  ])('%s', (_, text, key) => {
    expect(saidOf(text)[0]).toBe(key);
  });

  test('whatever is in it, nothing is thrown', () => {
    for (const text of [
      '{"format":"preflight-inspector/report"',
      `${'{"format":'.repeat(500)}`,
      '```json\n{',
    ])
      expect(readPasted(text, CHROME).type).toBe('refusal');
  });
});

function twice(): string {
  const report = JSON.parse(JSON_ALONE);
  return JSON.stringify({ ...report, exchanges: [...report.exchanges, ...report.exchanges] });
}
