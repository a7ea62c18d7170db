import { expect, test } from 'vitest';
import { readStartOptions } from './start-options.ts';

test('without arguments it is the gallery in a window', () => {
  expect(readStartOptions([])).toEqual({
    browser: 'chrome',
    url: null,
    headless: false,
    once: false,
  });
  expect(readStartOptions(['--headless'])).toMatchObject({ url: null, headless: true, once: false });
});

test.each([
  ['http://localhost:5173', 'http://localhost:5173/'],
  ['localhost:5173/app?a=1', 'http://localhost:5173/app?a=1'],
  ['https://app.example.test', 'https://app.example.test/'],
])('%s is the page %s', (given, url) => {
  expect(readStartOptions([given]).url).toBe(url);
});

test('to look once is to look without a window', () => {
  expect(readStartOptions(['localhost:5173', '--once'])).toMatchObject({ headless: true, once: true });
});

test('the browser is Chrome, or the one that is named', () => {
  expect(readStartOptions(['--browser', 'firefox'])).toMatchObject({ browser: 'firefox', url: null });
  expect(readStartOptions(['localhost:5173', '--browser', 'chrome', '--headless'])).toEqual({
    browser: 'chrome',
    url: 'http://localhost:5173/',
    headless: true,
    once: false,
  });
});

test.each([
  [['file:///index.html'], 'file:///index.html is no URL of a page. It begins with http:// or https://.'],
  [['not a url'], 'not a url is no URL of a page. It begins with http:// or https://.'],
  [
    ['localhost:5173', '--headles'],
    '--headles is no option: there are --headless, --once and --browser firefox.',
  ],
  [
    ['http://localhost:99999'],
    'http://localhost:99999 is no URL of a page. It begins with http:// or https://.',
  ],
  [['a.test', 'b.test'], 'One URL is enough: a.test or b.test?'],
  [['--browser', 'safari'], '--browser takes the name of one: --browser chrome or --browser firefox.'],
  [['--browser'], '--browser takes the name of one: --browser chrome or --browser firefox.'],
  [['--once'], '--once needs the URL of your page: npm start -- http://localhost:5173 --once'],
])('%j is told in one sentence', (args, sentence) => {
  expect(() => readStartOptions(args)).toThrow(sentence);
});
