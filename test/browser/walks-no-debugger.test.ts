import { testWalks } from '../walks/test-walks.ts';

testWalks('chrome-no-debugger', { seed: 1_010, count: 10 });
