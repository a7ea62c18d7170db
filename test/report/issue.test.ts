import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { CHROME } from '../../src/cors/browser-profile.ts';
import { readPasted } from '../../src/file/index.ts';
import { issueForm, MAX_ADDRESS_CHARS, wrongVerdictIssue } from '../../src/report/issue.ts';
import { speaker } from '../../src/report/say.ts';
import { sampleExchange } from '../cors/sample-exchange.ts';
import { judge } from '../explain/judge.ts';
import { hostileText } from './markdown-structure.ts';
import { OLLAMA } from './ollama-exchange.ts';
import { explained } from './sample-explained.ts';

const REPOSITORY = 'https://github.com/somebody/preflight-inspector';
const FORM = readFileSync(new URL('../../.github/ISSUE_TEMPLATE/wrong-verdict.yml', import.meta.url), 'utf8');

function issueOf(exchange = OLLAMA) {
  return wrongVerdictIssue(explained(exchange).explanation, 'Preflight Inspector 0.1.0, Test/1', speaker(en));
}

/** A call whose URL is long. */
function longCall(chars: number) {
  return sampleExchange({ ...OLLAMA.hops[0], url: `http://127.0.0.1:11434/${'a'.repeat(chars)}` });
}

describe('an issue about a verdict', () => {
  test('names the cause, and holds what was said, with nothing in the place of what was expected', () => {
    const { title, fields, text } = issueOf();
    expect(title).toBe('Wrong verdict: sdk-header');
    expect(fields.said).toContain('x-stainless-timeout');
    expect(fields.console).toContain('has been blocked by CORS policy');
    expect(text).toContain('### What you expected\n\n### Chrome');
    for (const value of Object.values(fields)) expect(text).toContain(value);
  });

  test('can be pasted into the panel', () => {
    const result = readPasted(issueOf().text, CHROME);
    expect(result.type === 'content' && result.exchanges.map((one) => judge(one).cause?.id)).toEqual([
      'sdk-header',
    ]);
  });

  test('holds no secret', () => {
    const secret = 's3cret-token-0123456789';
    const exchange = sampleExchange({
      ...OLLAMA.hops[0],
      url: `http://127.0.0.1:8000/?token=${secret}`,
      requestHeaders: [['Authorization', secret]],
    });
    const issue = issueOf(exchange);
    expect(issue.text + issueForm(REPOSITORY, issue).address).not.toContain(secret);
  });
});

describe('the form', () => {
  test('is filled in field by field, each by an id that the form has', () => {
    const issue = issueOf();
    const { address, isWhole } = issueForm(REPOSITORY, issue);
    const { origin, pathname, searchParams } = new URL(address);
    expect(`${origin}${pathname}`).toBe(`${REPOSITORY}/issues/new`);
    const { template, title, ...fields } = Object.fromEntries(searchParams);
    expect({ template, title, isWhole }).toEqual({
      template: 'wrong-verdict.yml',
      title: issue.title,
      isWhole: true,
    });
    for (const [id, value] of Object.entries(fields)) {
      expect(FORM).toContain(`id: ${id}\n`);
      expect(issue.text).toContain(value);
    }
    expect(Object.keys(fields)).toEqual(['said', 'console', 'report', 'server', 'versions']);
  });

  test('leaves out what is too long for an address, the report first, and says so', () => {
    const { address, isWhole } = issueForm(REPOSITORY, issueOf(longCall(4_000)));
    expect(address.length).toBeLessThanOrEqual(MAX_ADDRESS_CHARS);
    expect(isWhole).toBe(false);
    const { searchParams } = new URL(address);
    expect(searchParams.has('report')).toBe(false);
    expect(searchParams.has('console')).toBe(true);
  });

  test('has an address of its own repository, short enough, whatever the network sends', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 0, max: 20_000 }), (value, chars) => {
        const exchange = sampleExchange({
          ...longCall(chars).hops[0],
          response: { status: 500, headerList: [['Server', value]] },
        });
        const { address } = issueForm(REPOSITORY, issueOf(exchange));
        expect(address.length).toBeLessThanOrEqual(MAX_ADDRESS_CHARS);
        expect(address.startsWith(`${REPOSITORY}/issues/new?template=wrong-verdict.yml&title=`)).toBe(true);
        expect(URL.canParse(address)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
