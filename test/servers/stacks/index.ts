// Written by `npm run registries` from the folders beside this file.

import type { ServerStack } from '../server-stack.ts';
import { server as aiohttp } from './aiohttp/server.ts';
import { server as apache } from './apache/server.ts';
import { server as caddy } from './caddy/server.ts';
import { server as chi } from './chi/server.ts';
import { server as django } from './django/server.ts';
import { server as djangoRestFramework } from './django-rest-framework/server.ts';
import { server as echo } from './echo/server.ts';
import { server as elysia } from './elysia/server.ts';
import { server as express } from './express/server.ts';
import { server as fastapi } from './fastapi/server.ts';
import { server as fastify } from './fastify/server.ts';
import { server as flask } from './flask/server.ts';
import { server as gin } from './gin/server.ts';
import { server as go } from './go/server.ts';
import { server as h3 } from './h3/server.ts';
import { server as hapi } from './hapi/server.ts';
import { server as haproxy } from './haproxy/server.ts';
import { server as hono } from './hono/server.ts';
import { server as koa } from './koa/server.ts';
import { server as lighttpd } from './lighttpd/server.ts';
import { server as nestjs } from './nestjs/server.ts';
import { server as nextjs } from './nextjs/server.ts';
import { server as nginx } from './nginx/server.ts';
import { server as php } from './php/server.ts';
import { server as rails } from './rails/server.ts';
import { server as starlette } from './starlette/server.ts';
import { server as tomcat } from './tomcat/server.ts';
import { server as vite } from './vite/server.ts';

/** The real servers that recipes are tried on. */
export const SERVER_STACKS: readonly ServerStack[] = [
  aiohttp,
  apache,
  caddy,
  chi,
  django,
  djangoRestFramework,
  echo,
  elysia,
  express,
  fastapi,
  fastify,
  flask,
  gin,
  go,
  h3,
  hapi,
  haproxy,
  hono,
  koa,
  lighttpd,
  nestjs,
  nextjs,
  nginx,
  php,
  rails,
  starlette,
  tomcat,
  vite,
];
