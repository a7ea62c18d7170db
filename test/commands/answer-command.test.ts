import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { answerCommand, type Handlers, refusalOf } from '../../src/commands/answer-command.ts';
import { ASKS_FOR_CODES, CommandError } from '../../src/commands/command-error.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { toReport } from '../../src/report/report.ts';

/** Handlers that note what they were given, and answer as if all had gone well. */
function noting() {
  const given: unknown[] = [];
  const note = <Reply>(reply: Reply) => {
    return async (args: unknown) => {
      given.push(args);
      return reply;
    };
  };
  const done = { ok: true } as const;
  const handlers: Handlers = {
    exportReport: note(toReport('a browser', [], CHROME)),
    clearExchanges: note(done),
    setOverride: note(done),
    probePreflight: note({
      ...done,
      preflight: { requestHeaders: [], response: null, error: 'net::ERR_FAILED' },
    }),
    reportFinished: note({ ...done, refused: [] }),
    reportNavigation: note(done),
    readHostAccess: note({ ...done, contains: true, origins: [] }),
  };
  return { given, handlers: async () => handlers };
}

const setOverride = {
  type: 'setOverride',
  tabId: 7,
  pageOrigin: 'http://localhost:5174',
  targetOrigin: 'http://127.0.0.1:11434',
  enabled: true,
};
const reportFinished = { type: 'reportFinished', tabId: 7, finished: [] };
const reportNavigation = { type: 'reportNavigation', tabId: 7, url: 'chrome://newtab/', at: 5, heardAt: 6 };

test.each([
  { type: 'exportReport', tabId: 7 },
  { type: 'clearExchanges', tabId: 7 },
  { type: 'probePreflight', tabId: 7, exchangeId: '12' },
  setOverride,
  { ...setOverride, allow: ['answer-preflight'] },
  { ...reportFinished, finished: [null, 'anything'] },
  { ...reportFinished, lost: { count: 3, latest: 9 } },
  reportNavigation,
])('a handler is given the fields of its command: %j', async (command) => {
  const { given, handlers } = noting();
  const answer = await answerCommand({ ...command, unknownField: 1 }, handlers);
  const { type, ...args } = command;
  expect(given, type).toEqual([args]);
  expect(answer).toEqual(
    type === 'exportReport'
      ? expect.objectContaining({ exchanges: [] })
      : expect.objectContaining({ ok: true }),
  );
  expect(refusalOf(command)).toBeNull();
});

test('a command that succeeded is answered without a result', async () => {
  const { handlers } = noting();
  expect(await answerCommand({ type: 'clearExchanges', tabId: 7 }, handlers)).toStrictEqual({ ok: true });
  expect(await answerCommand(setOverride, handlers)).toStrictEqual({ ok: true });
});

const malformed = (field: string) => ({ code: 'malformed', parameters: { field } });
const unknown = { code: 'unknown-command', parameters: {} };

test.each([
  [null, 'not an object', malformed('message')],
  [[], 'not an object', malformed('message')],
  ['exportReport', 'not an object', malformed('message')],
  [{}, 'type', unknown],
  [{ type: 'toString', tabId: 7 }, 'type', unknown],
  [{ type: 'exportReport' }, 'tabId', malformed('tabId')],
  [{ type: 'exportReport', tabId: '7' }, 'tabId', malformed('tabId')],
  [{ type: 'exportReport', tabId: 1.5 }, 'tabId', malformed('tabId')],
  [{ type: 'exportReport', tabId: -1 }, 'tabId', malformed('tabId')],
  [{ type: 'probePreflight', tabId: 7 }, 'exchangeId', malformed('exchangeId')],
  [{ type: 'probePreflight', tabId: 7, exchangeId: 12 }, 'exchangeId', malformed('exchangeId')],
  [{ type: 'probePreflight', tabId: 7, exchangeId: '' }, 'exchangeId', malformed('exchangeId')],
  [{ ...setOverride, pageOrigin: 'localhost' }, 'pageOrigin', malformed('pageOrigin')],
  [{ ...setOverride, pageOrigin: 'http://localhost:5174/' }, 'pageOrigin', malformed('pageOrigin')],
  [{ ...setOverride, targetOrigin: 'null' }, 'targetOrigin', malformed('targetOrigin')],
  [{ ...setOverride, targetOrigin: 'file:///etc' }, 'targetOrigin', malformed('targetOrigin')],
  [{ ...setOverride, enabled: 'yes' }, 'enabled', malformed('enabled')],
  [{ ...setOverride, allow: 'everything' }, 'allow', malformed('allow')],
  [{ ...setOverride, allow: ['everything'] }, 'everything', malformed('allow')],
  [{ ...setOverride, allow: [undefined] }, 'allow', malformed('allow')],
  [{ ...setOverride, allow: null }, 'allow', malformed('allow')],
  [{ ...reportFinished, finished: {} }, 'finished', malformed('finished')],
  [{ ...reportFinished, lost: 3 }, 'lost', malformed('lost')],
  [{ ...reportFinished, lost: { count: 3 } }, 'lost', malformed('lost')],
  [{ ...reportNavigation, url: 'newtab' }, 'url', malformed('url')],
  [{ ...reportNavigation, at: null }, 'at', malformed('at')],
  [{ ...reportNavigation, heardAt: '6' }, 'heardAt', malformed('heardAt')],
])('%j reaches no handler, and is answered with what is wrong', async (message, named, problem) => {
  const { given, handlers } = noting();
  const answer = await answerCommand(message, handlers);
  expect(answer).toStrictEqual({ ok: false, error: expect.stringContaining(named) });
  expect(refusalOf(message)).toEqual(answer);
  if (typeof message === 'object' && message !== null && !Array.isArray(message)) {
    const coded = await answerCommand({ ...message, ...ASKS_FOR_CODES }, handlers);
    expect(coded).toStrictEqual({ ...answer, ...problem });
  }
  expect(given).toEqual([]);
});

test('every message is carried out or answered with one short sentence', async () => {
  const type = fc.constantFrom(
    'exportReport',
    'setOverride',
    'probePreflight',
    'reportFinished',
    'reportNavigation',
  );
  const message = fc.oneof(
    fc.anything({ maxDepth: 3 }),
    fc
      .tuple(
        type,
        fc.dictionary(fc.constantFrom('pageOrigin', 'allow', 'finished', 'url', 'exchangeId'), fc.anything()),
      )
      .map(([name, fields]) => ({ type: name, tabId: 7, ...fields })),
  );
  await fc.assert(
    fc.asyncProperty(message, async (one) => {
      const { given, handlers } = noting();
      const answer = await answerCommand(one, handlers);
      if (!('error' in answer)) expect(given).toHaveLength(1);
      else expect([given.length, answer.error.length < 250]).toEqual([0, true]);
    }),
  );
});

test('a handler that refuses is answered with a sentence, and with its code and values for who asks for them', async () => {
  const problem = { code: 'no-access', parameters: { origin: 'http://a.test' } } as const;
  const handlers = async () => {
    throw new CommandError(problem, 'The extension has no access to http://a.test.');
  };
  const answer = { ok: false, error: 'The extension has no access to http://a.test.' };
  expect(await answerCommand(setOverride, handlers)).toStrictEqual(answer);
  expect(await answerCommand({ ...setOverride, ...ASKS_FOR_CODES }, handlers)).toStrictEqual({
    ...answer,
    ...problem,
  });
});

test('a handler that fails is answered, and the error logged once', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const handlers = async () => {
    throw new TypeError('x is not a function');
  };
  const answer = await answerCommand({ ...setOverride, ...ASKS_FOR_CODES }, handlers);
  expect(answer).toMatchObject({ ok: false, code: 'internal' });
  expect(logged).toHaveBeenCalledTimes(1);
  logged.mockRestore();
});
