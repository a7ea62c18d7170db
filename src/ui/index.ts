export { ActionProblem, failureText, useAction } from './action.tsx';
export { subscribeOverrides } from './override-feed.ts';
export {
  droppedOfCurrentPage,
  ofCurrentPage,
  outsideOfCurrentPage,
  subscribeTab,
  type TabContent,
  unheardOfCurrentPage,
} from './tab-feed.ts';
