import { expect, test } from 'vitest';
import { headerSources } from '../../src/clients/header-sources.ts';
import { workaroundsFor } from '../../src/clients/workarounds-for.ts';

/** What posthog-js 1.449.2 sends, as Chromium 156 shows it. */
const SENT = ['x-posthog-distinct-id', 'x-posthog-session-id', 'x-posthog-window-id'];

test.each(SENT)('%s is PostHog’s', (name) => {
  const [source] = headerSources([name], { url: 'http://localhost/', asked: [name], script: null });
  expect(source).toMatchObject({ type: 'client', client: { name: 'PostHog' } });
});

test('the shown option lists no host to send them to', () => {
  const url = 'http://127.0.0.1:8000/api';
  const [workaround, ...others] = workaroundsFor({ url, names: SENT, asked: SENT, script: null });
  expect(others).toEqual([]);
  expect(workaround?.summary.key).toBe('clientStopSending');
  const [step] = workaround?.steps ?? [];
  if (step?.type !== 'edit') throw new Error('Nothing to paste.');
  expect(step.file).toBe('posthog.init()');
  expect(new Function(`return {${step.code}}`)()).toEqual({ tracing_headers: [] });
});
