import { describe, expect, test } from 'vitest';
import type { Cause, CauseId } from '../../src/causes/cause.ts';
import { causeHeadline } from '../../src/causes/lookup.ts';
import { rootCause } from '../../src/causes/root-cause.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import { STACKS } from '../../src/stacks/stacks.ts';
import { sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import type { CapturedAnswer } from '../stacks/captured-answer.ts';

// Those that proxies give by themselves (`-own`) are no answers of a server that was set up for anything.
const files = import.meta.glob<CapturedAnswer[]>(
  ['../stacks/captured/*.json', '!../stacks/captured/*-own.json'],
  { eager: true, import: 'default' },
);

/** What may be named for a server that was set up so: what isn't allowed, or that the server doesn't say what. */
const CAUSES_BY_SETUP: Readonly<Record<string, readonly CauseId[]>> = {
  'not configured': ['not-configured'],
  'header not allowed': ['header-not-allowed', 'not-allowed-silently', 'not-allowed-by-status'],
  'origin not allowed': ['origin-not-allowed', 'not-allowed-silently', 'not-allowed-by-status'],
  'method not allowed': ['method-not-allowed', 'not-allowed-silently', 'not-allowed-by-status'],
};

const OTHERWISE: Readonly<Record<string, CauseId>> = {
  // Flask-CORS says nothing of an origin that it doesn't allow: the answer is the same as without it.
  'flask, origin not allowed': 'not-configured',
  // A login gateway is no place for CORS: it has to let the preflight through.
  'nginx-auth-request, not configured': 'preflight-login',
  // An empty 403 may be anybody's: by it nobody can tell CORS from a login.
  'gin, origin not allowed': 'preflight-status',
  // The stand-in listens at a port that isn't Ollama's.
  'ollama, origin not allowed': 'preflight-status',
};

const starts = Object.values(files).flat().filter(isStart);
if (starts.length === 0) throw new Error('No captured answer was found.');

describe('what real servers answer to a preflight', () => {
  test.each(starts)('$stack $version, $setup: it is named', (answer) => {
    const { stack, setup } = answer;
    const otherwise = OTHERWISE[`${stack}, ${setup}`];
    const expected = otherwise === undefined ? CAUSES_BY_SETUP[setup] : [otherwise];
    expect(expected).toContain(causeOf(exchangeOf(answer))?.id);
  });

  test('a status with which a known stack knows no CORS is its, and no router before CORS', () => {
    for (const answer of starts) {
      const exchange = exchangeOf(answer);
      const cause = causeOf(exchange);
      if (cause?.id !== 'not-configured' || cause.responder?.cors !== 'not-configured') continue;
      if (cause.responder.certainty !== 'sure') {
        expect(causeHeadline(exchange, cause).values).not.toContain(STACKS[cause.responder.stack].name);
        continue;
      }
      const { key, values } = causeHeadline(exchange, cause);
      expect(key).toMatch(/^headlineNotConfigured(?:App|In)$/);
      expect(values).toEqual({ stack: STACKS[cause.responder.stack].name, host: new URL(answer.url).host });
      expect(cause.evidence).toEqual(cause.responder.evidence);
    }
  });
});

/** The exchange in which the server answered so. */
function exchangeOf({ url, status, headerList, setup }: CapturedAnswer): Exchange {
  const method = setup === 'method not allowed' ? 'PATCH' : 'POST';
  const asked = { method, headerNames: 'content-type,x-request-id' };
  return sampleExchange({ url, method, preflight: samplePreflight(asked, { status, headerList }) });
}

function causeOf(exchange: Exchange): Cause | null {
  return rootCause(exchange, diagnose(exchange, CHROME));
}

function isStart({ to, setup }: CapturedAnswer): boolean {
  return to === 'preflight' && setup in CAUSES_BY_SETUP;
}
