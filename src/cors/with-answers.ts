import type { Exchange, Hop, Response } from './exchange.ts';

/** Where in an exchange an answer stands. */
export interface AnswerPlace {
  readonly on: 'preflight' | 'response';
  /** The index of the hop. */
  readonly hop: number;
}

/** Replaces each answer of an exchange, preflights' included. */
export function withAnswers(
  exchange: Exchange,
  replace: (answer: Response, place: AnswerPlace, hop: Hop) => Response,
): Exchange {
  const [first = exchange.hops[0], ...rest] = exchange.hops.map((hop, index): Hop => {
    const replaced = (answer: Response | null, on: AnswerPlace['on']) =>
      answer === null ? null : replace(answer, { on, hop: index }, hop);
    const { preflight, response } = hop;
    const answered =
      preflight === null ? null : { ...preflight, response: replaced(preflight.response, 'preflight') };
    return { ...hop, preflight: answered, response: replaced(response, 'response') };
  });
  return { ...exchange, hops: [first, ...rest] };
}
