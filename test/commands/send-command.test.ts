import { afterEach, expect, test, vi } from 'vitest';
import { ASKS_FOR_CODES, CommandError, ERROR_CODES, toRefusal } from '../../src/commands/command-error.ts';
import { sendCommand } from '../../src/commands/send-command.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { toReport } from '../../src/report/report.ts';
import { sampleProblem } from './sample-problem.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** What a command ends with whose message is answered so. */
async function problemOf(answer: () => Promise<unknown>): Promise<unknown> {
  try {
    await sendCommand(answer, 'exportReport', { tabId: 7 });
  } catch (error) {
    if (error instanceof CommandError) return error.problem;
    throw error;
  }
  return null;
}

test('a report is handed on as it is', async () => {
  const report = toReport('a browser', [], CHROME);
  const sent: unknown[] = [];
  const transport = async (message: unknown) => {
    sent.push(message);
    return report;
  };
  expect(await sendCommand(transport, 'exportReport', { tabId: 7 })).toBe(report);
  expect(sent).toEqual([{ type: 'exportReport', tabId: 7, ...ASKS_FOR_CODES }]);
});

test('sendCommand takes no error for a report', async () => {
  expect(
    await problemOf(async () => ({ ok: false, error: 'Error: full', code: 'storage-full', parameters: {} })),
  ).toEqual({
    code: 'storage-full',
    parameters: {},
  });
});

test.each(ERROR_CODES)('the error %s arrives as it was sent', async (code) => {
  const problem = sampleProblem(code);
  const answer: unknown = JSON.parse(
    JSON.stringify(toRefusal(new CommandError(problem, 'A sentence.'), ASKS_FOR_CODES)),
  );
  await expect(sendCommand(async () => answer, 'clearExchanges', { tabId: 7 })).rejects.toMatchObject({
    problem,
    message: 'A sentence.',
  });
});

test.each([
  [{ ok: false, error: 'Old words.' }],
  [{ ok: false }],
  [{ ok: false, error: 'x', code: 'no-access', parameters: {} }],
  [{ ok: false, error: 'x', code: 'constructor', parameters: {} }],
])('an error that cannot be read is one all the same: %j', async (answer) => {
  expect(await problemOf(async () => answer)).toEqual({ code: 'internal', parameters: {} });
});

test.each([[undefined], [null], ['ok'], [{ ok: true }], [{ format: 'preflight-inspector/report' }]])(
  'what is no reply to the command counts as no answer: %j',
  async (answer) => {
    expect(await problemOf(async () => answer)).toEqual({ code: 'unanswered', parameters: {} });
  },
);

test.each(['Could not establish connection. Receiving end does not exist.', 'The message port closed.'])(
  'a worker that cannot be reached is told as such: %s',
  async (words) => {
    const problem = await problemOf(async () => {
      throw new Error(words);
    });
    expect(problem).toEqual({ code: 'unreachable', parameters: {} });
  },
);

test('sendCommand waits for a silent worker for a limited time', async () => {
  vi.useFakeTimers();
  const problem = problemOf(() => new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(120_000);
  expect(await problem).toEqual({ code: 'unanswered', parameters: {} });
});

test('sendCommand checks every field of its replies', async () => {
  const finished = (answer: unknown) =>
    sendCommand(async () => answer, 'reportFinished', { tabId: 7, finished: [] });
  const refused = [{ index: 2, error: 'url is not a URL.' }];
  expect(await finished({ ok: true, refused })).toEqual({ ok: true, refused });
  await expect(finished({ ok: true })).rejects.toThrow(CommandError);
  await expect(finished({ ok: true, refused: [2] })).rejects.toThrow(CommandError);
  const probe = (preflight: unknown) =>
    sendCommand(async () => ({ ok: true, preflight }), 'probePreflight', { tabId: 7, exchangeId: '1' });
  const preflight = {
    requestHeaders: [['Origin', 'null']],
    response: { status: 204, headerList: [] },
    error: null,
  };
  expect(await probe(preflight)).toEqual({ ok: true, preflight });
  await expect(probe({ ...preflight, response: {} })).rejects.toThrow(CommandError);
  await expect(probe({ ...preflight, requestHeaders: ['Origin'] })).rejects.toThrow(CommandError);
});
