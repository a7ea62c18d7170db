import { testWalks } from '../walks/test-walks.ts';

testWalks('chrome-no-debugger', { seed: 1_000, count: 10 });
