import { describe, expect, test } from 'vitest';
import { readLocalNetwork } from '../../src/browser/read-local-network.ts';

const FRAME = { url: 'https://a.test/', sandbox: null, allow: '', delegated: ['loopback-network'] };
const ANSWER = {
  pageOrigin: 'https://app.test',
  isSecure: true,
  states: { 'loopback-network': 'denied' },
  allowed: ['local-network'],
  frames: [FRAME],
};

test('what the page says is read', () => {
  expect(readLocalNetwork(ANSWER)).toEqual(ANSWER);
});

describe('a page can say anything', () => {
  test.each([
    null,
    undefined,
    'denied',
    [],
    {},
    { ...ANSWER, pageOrigin: 1 },
    { ...ANSWER, states: null },
    { ...ANSWER, frames: {} },
  ])('%j is no answer', (answer) => {
    expect(readLocalNetwork(answer)).toBeNull();
  });

  test('what is no permission, no state and no frame is left out', () => {
    const odd = {
      ...ANSWER,
      states: { 'loopback-network': 'yes', camera: 'granted' },
      allowed: ['camera', 'local-network'],
      frames: [null, 7, { ...FRAME, allow: null }, { ...FRAME, sandbox: 1 }, { ...FRAME, delegated: 'all' }],
    };
    expect(readLocalNetwork(odd)).toEqual({
      ...ANSWER,
      states: {},
      allowed: ['local-network'],
      frames: [{ ...FRAME, delegated: null }],
    });
  });
});
