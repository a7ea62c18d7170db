import { TEST_MODULES, testPython } from '../report/cors-test/test-python.ts';
import { SERVER_STACKS } from './stacks/index.ts';

// Prints the Debian packages of the servers and of what runs copied tests, as far as they aren't here, one a line, for a machine that is to run all tests.
const missing = SERVER_STACKS.filter((stack) => !stack.isInstalled()).flatMap(({ packages }) => packages);
const modules = testPython() === null ? TEST_MODULES.map((name) => `python3-${name}`) : [];
for (const name of new Set([...missing, ...modules])) console.log(name);
