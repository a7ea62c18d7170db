// A chunk of its own: tests are copied seldom.
export { corsTest } from '../report/index.ts';
