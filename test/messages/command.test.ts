import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCommand } from '../../src/messages/index.ts';

const setOverride = {
  type: 'setOverride',
  tabId: 7,
  pageOrigin: 'http://localhost:5174',
  targetOrigin: 'http://127.0.0.1:11434',
  enabled: true,
};

test.each([
  { type: 'exportReport', tabId: 7 },
  { type: 'clearExchanges', tabId: 7 },
  { type: 'probePreflight', tabId: 7, exchangeId: '12' },
  setOverride,
  { ...setOverride, allow: ['answer-preflight'] },
])('a command is read as it is: $type', (command) => expect(parseCommand(command)).toEqual(command));

test.each([
  [null, 'not an object'],
  [[], 'not an object'],
  ['exportReport', 'not an object'],
  [{}, 'type'],
  [{ type: 'toString', tabId: 7 }, 'type'],
  [{ type: 'exportReport' }, 'tabId'],
  [{ type: 'exportReport', tabId: '7' }, 'tabId'],
  [{ type: 'exportReport', tabId: 1.5 }, 'tabId'],
  [{ type: 'probePreflight', tabId: 7 }, 'exchangeId'],
  [{ type: 'probePreflight', tabId: 7, exchangeId: 12 }, 'exchangeId'],
  [{ type: 'probePreflight', tabId: 7, exchangeId: '' }, 'exchangeId'],
  [{ ...setOverride, pageOrigin: 'localhost' }, 'pageOrigin'],
  [{ ...setOverride, pageOrigin: 'http://localhost:5174/' }, 'pageOrigin'],
  [{ ...setOverride, targetOrigin: 'null' }, 'targetOrigin'],
  [{ ...setOverride, targetOrigin: 'file:///etc' }, 'targetOrigin'],
  [{ ...setOverride, enabled: 'yes' }, 'enabled'],
  [{ ...setOverride, allow: 'everything' }, 'allow'],
  [{ ...setOverride, allow: ['everything'] }, 'everything'],
  [{ ...setOverride, allow: [undefined] }, 'allow'],
])('%j is answered with what is wrong', (message, named) => {
  expect(parseCommand(message)).toEqual({ error: expect.stringContaining(named) });
});

test('any message at all is either a command or answered with one short sentence', () => {
  fc.assert(
    fc.property(fc.anything({ maxDepth: 3 }), (message) => {
      const command = parseCommand(message);
      if ('error' in command) expect(command.error.length).toBeLessThan(200);
    }),
  );
});
