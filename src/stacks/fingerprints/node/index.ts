import { express } from '../../express/fingerprints.ts';
import { fastify } from '../../fastify/fingerprints.ts';
import { h3 } from '../../h3/fingerprints.ts';
import { hapi } from '../../hapi/fingerprints.ts';
import { hono } from '../../hono/fingerprints.ts';
import { koa } from '../../koa/fingerprints.ts';
import { nestjs } from '../../nestjs/fingerprints.ts';
import { nextjs } from '../../nextjs/fingerprints.ts';
import type { Fingerprint } from '../../recognise.ts';
import { vite } from '../../vite/fingerprints.ts';

export const node: readonly Fingerprint[] = [
  ...express,
  ...fastify,
  ...nestjs,
  ...koa,
  ...hono,
  ...hapi,
  ...nextjs,
  ...h3,
  ...vite,
];
