import type { ServerStack } from '../../server-stack.ts';
import { chi } from '../chi/server.ts';
import { echo } from '../echo/server.ts';
import { gin } from '../gin/server.ts';
import { go } from '../go/server.ts';
import { tomcat } from '../tomcat/server.ts';

export const goJava: readonly ServerStack[] = [go, gin, echo, chi, tomcat];
