import type { ServerNeed } from '../../src/stacks/server-need.ts';

export const PAGE = 'http://localhost:5174';

/** Names that hold every character that RFC 9110 lets a token have, next to those that a language may trip over. */
export const NASTY: ServerNeed = {
  origins: [PAGE, 'https://app.example.com'],
  methods: ['PATCH', "it's", 'a$b', '`c`'],
  headers: ['content-type', "x-it's", 'x-$HOME', 'x-`d`', 'x-%s', 'x-#!&*+.^_|~'],
  credentials: true,
  exposed: ["x-'quoted'", 'x-$1'],
  url: 'https://api.example.com/v1/data',
};

/** The least that can be needed. */
export const BARE: ServerNeed = {
  origins: ['https://app.example.com'],
  methods: ['GET'],
  headers: [],
  credentials: false,
  exposed: [],
  url: 'https://api.example.com/v1/data',
};
