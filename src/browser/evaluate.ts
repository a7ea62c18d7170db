import { devtools } from './browser.ts';

/**
 * Evaluates an expression in the inspected page. Resolves when the page isn't busy.
 * @returns its value, which may be anything; undefined where the page can't be asked
 */
export function evaluate(expression: string): Promise<unknown> {
  return new Promise((resolve) => {
    devtools().inspectedWindow.eval(expression, (...[answer]) => resolve(answer));
  });
}
