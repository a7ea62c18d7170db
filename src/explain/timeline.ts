import { causeLabel } from '../causes/index.ts';
import { corsTainting, type Hop, hostOfHop, usedRememberedPreflight } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/** One step of an exchange. `detail` is text from the network, `note` a sentence. */
export interface Step {
  readonly tone: 'plain' | 'stopped' | 'passed' | 'skipped';
  readonly title: Sentence | string;
  readonly detail: string | null;
  readonly note: Sentence | null;
}

/** Returns the steps from the page to the verdict, hop by hop. The verdict comes where Chrome stopped. */
export function timelineOf(row: JudgedExchange): readonly Step[] {
  const { exchange, diagnosis } = row;
  const [first] = diagnosis.outcome === 'blocked' ? diagnosis.failures : [];
  const steps: Step[] = [pageStep(exchange.origin)];
  const tainting = corsTainting(exchange);
  for (const [index, hop] of exchange.hops.entries()) {
    const stoppedHere = first?.hop === index;
    if (hop.preflight !== null) steps.push(preflightStep(hop));
    else if (tainting[index] && usedRememberedPreflight(hop, diagnosis.profile))
      steps.push(REMEMBERED_PREFLIGHT);
    if (stoppedHere && first.stage === 'preflight') steps.push(stoppedStep(row));
    const title = index === 0 ? hop.method : `${hop.method} ${hostOfHop(exchange, index)}`;
    steps.push({ ...requestStep(hop, diagnosis.outcome === 'pending'), title });
    if (stoppedHere && first.stage !== 'preflight') steps.push(stoppedStep(row));
  }
  if (diagnosis.outcome === 'failed') steps.push({ ...stoppedStep(row), title: sentence('stepFailed') });
  if (exchange.outside !== undefined && diagnosis.outcome === 'allowed') {
    steps.push({
      ...PLAIN_STEP,
      tone: 'skipped',
      title: sentence('stepOpaqueAnswer'),
      note: sentence('stepUnreadable'),
    });
  } else if (diagnosis.outcome === 'allowed') {
    const thanks = exchange.overridden && diagnosis.failures.length > 0;
    const note = sentence(thanks ? 'stepThanks' : 'stepReadable');
    steps.push({ tone: 'passed', title: sentence('stepPassed'), detail: null, note });
  }
  return steps;
}

const PLAIN_STEP: Step = { tone: 'plain', title: '', detail: null, note: null };

const REMEMBERED_PREFLIGHT: Step = {
  ...PLAIN_STEP,
  title: sentence('stepPreflight'),
  note: sentence('stepRemembered'),
};

/** A call from an opaque origin names no page: its `Origin` is `null`. */
function pageStep(origin: string): Step {
  const title = sentence('stepPage');
  return origin === 'null'
    ? { ...PLAIN_STEP, title, note: sentence('stepOpaque', { origin }) }
    : { ...PLAIN_STEP, title, detail: origin };
}

function preflightStep({ preflight }: Hop): Step {
  const title = sentence('stepPreflight');
  if (preflight === null || preflight.response === null)
    return { ...PLAIN_STEP, title, note: sentence('stepNoAnswer') };
  return { ...PLAIN_STEP, title, detail: `OPTIONS ${preflight.response.status}` };
}

function requestStep({ requestHeaders, response }: Hop, pending: boolean): Step {
  if (response !== null) return { ...PLAIN_STEP, detail: String(response.status) };
  if (pending) return { ...PLAIN_STEP, note: sentence('stepWaiting') };
  if (requestHeaders === null) return { ...PLAIN_STEP, tone: 'skipped', note: sentence('stepNotSent') };
  return { ...PLAIN_STEP, note: sentence('stepNoAnswer') };
}

function stoppedStep({ cause }: JudgedExchange): Step {
  const note = cause === null ? null : causeLabel(cause);
  return { tone: 'stopped', title: sentence('stepStopped'), detail: null, note };
}
