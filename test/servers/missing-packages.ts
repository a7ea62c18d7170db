import { SERVER_STACKS } from './stacks/index.ts';

// Prints the Debian packages of the servers that aren't here, one a line, for a machine that is to run all tests.
const missing = SERVER_STACKS.filter((stack) => !stack.isInstalled()).flatMap(({ packages }) => packages);
for (const name of new Set(missing)) console.log(name);
