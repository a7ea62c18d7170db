import type { Manner } from '../../../servers/answering-site.ts';
import { type Sender, senders } from './senders.ts';

/** A request that can be made from some place: how, and how it is answered. */
export interface Call {
  readonly name: string;
  readonly send: Sender;
  readonly manner: Manner;
  readonly method: string;
  /** Whether credentials are included. */
  readonly included: boolean;
  /** The ending of its path, which says what type the answer has. */
  readonly ending: string;
}

type Kind = Omit<Call, 'manner'>;

function kind(name: keyof typeof senders, method = 'GET', ending = 'txt', included = false): Kind {
  return { name, send: senders[name], method, ending, included };
}

const SIMPLE: readonly Manner[] = ['pass', 'no-origin'];
const PREFLIGHTED: readonly Manner[] = ['pass', 'no-header', 'no-origin'];

function answered(one: Kind, manners: readonly Manner[]): readonly Call[] {
  return manners.map((manner) => ({ ...one, manner }));
}

/** What every place can do. */
export const FETCHES: readonly Call[] = [
  ...answered(kind('fetchSimply'), SIMPLE),
  ...answered(kind('fetchWithPreflight', 'PUT'), [...PREFLIGHTED, 'no-method', 'plain']),
  ...answered(kind('fetchWithCredentials', 'GET', 'txt', true), PREFLIGHTED),
];

/** What every place but a service worker can do. */
export const REQUESTS: readonly Call[] = [
  ...FETCHES,
  ...answered(kind('xhrSimply'), SIMPLE),
  ...answered(kind('xhrWithPreflight', 'DELETE'), PREFLIGHTED),
  ...answered(kind('eventSource', 'GET', 'events'), SIMPLE),
];

/** What only a document can do. */
export const ELEMENTS: readonly Call[] = [
  ...answered(kind('fetchKeepalive', 'POST'), PREFLIGHTED),
  ...answered(kind('beacon', 'POST', 'txt', true), PREFLIGHTED),
  ...answered(kind('image', 'GET', 'gif'), SIMPLE),
  ...answered(kind('font', 'GET', 'ttf'), SIMPLE),
  ...answered(kind('fontRule', 'GET', 'ttf'), SIMPLE),
  ...answered(kind('moduleScript', 'GET', 'js'), SIMPLE),
  ...answered(kind('stylesheet', 'GET', 'css'), SIMPLE),
  ...answered(kind('video', 'GET', 'mp4'), SIMPLE),
];
