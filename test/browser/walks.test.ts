import { testWalks } from '../walks/test-walks.ts';

testWalks('chrome', { seed: 1_000, count: 10 });
