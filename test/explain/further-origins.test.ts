import { expect, test } from 'vitest';
import { parseAlsoAllow } from '../../src/explain/further-origins.ts';

test.each([
  ['https://app.example.com', ['https://app.example.com']],
  ['https://app.example.com/', ['https://app.example.com']],
  ['HTTPS://App.Example.com:443', ['https://app.example.com']],
  [
    'http://localhost:3000, http://localhost:3001\nhttp://localhost:3000',
    ['http://localhost:3000', 'http://localhost:3001'],
  ],
  ['http://[::1]:8080', ['http://[::1]:8080']],
  ['  ', []],
])('%j is read as origins', (text, origins) => {
  expect(parseAlsoAllow(text)).toEqual({ origins, wrong: [] });
});

test.each([
  'app.example.com',
  'https://app.example.com/path',
  'https://*.example.com',
  '*',
  'null',
  'file:///x',
  'https://u:p@app.example.com',
])('%j is named as wrong', (text) => {
  expect(parseAlsoAllow(`${text} https://right.example`)).toEqual({
    origins: ['https://right.example'],
    wrong: [text],
  });
});
