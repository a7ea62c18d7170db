/** `npm start` without building anything, as tests run it. */
import { startDemo } from './start-demo.ts';

await startDemo(async () => {});
