import { express } from '../../express/recipe.ts';
import { fastify } from '../../fastify/recipe.ts';
import { h3 } from '../../h3/recipe.ts';
import { hapi } from '../../hapi/recipe.ts';
import { hono } from '../../hono/recipe.ts';
import { koa } from '../../koa/recipe.ts';
import { nestjs } from '../../nestjs/recipe.ts';
import { nextjs } from '../../nextjs/recipe.ts';
import type { Recipe } from '../../recipe.ts';
import { vite } from '../../vite/recipe.ts';

export const node: readonly Recipe[] = [express, fastify, nestjs, koa, hono, hapi, nextjs, h3, vite];
