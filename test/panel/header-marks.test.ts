import { expect, test } from 'vitest';
import { mattersToCors } from '../../src/panel/model/header-marks.ts';

test.each(['Origin', 'ACCESS-CONTROL-ALLOW-ORIGIN', 'access-control-request-headers', 'Vary', 'Location'])(
  '%s matters',
  (name) => {
    expect(mattersToCors(name)).toBe(true);
  },
);

test.each(['X-Origin', 'Content-Type', 'Access-Controls', 'Date'])('%s does not', (name) => {
  expect(mattersToCors(name)).toBe(false);
});
