import type { ServerStack } from '../server-stack.ts';
import { goJava } from './go-java/index.ts';
import { node } from './node/index.ts';
import { proxies } from './proxies/index.ts';
import { pythonRubyPhp } from './python-ruby-php/index.ts';

export const SERVER_STACKS: readonly ServerStack[] = [...node, ...pythonRubyPhp, ...goJava, ...proxies];
