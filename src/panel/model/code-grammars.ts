import bash from '@speed-highlight/core/languages/bash.js';
import docker from '@speed-highlight/core/languages/docker.js';
import go from '@speed-highlight/core/languages/go.js';
import ini from '@speed-highlight/core/languages/ini.js';
import java from '@speed-highlight/core/languages/java.js';
import json from '@speed-highlight/core/languages/json.js';
import python from '@speed-highlight/core/languages/py.js';
import toml from '@speed-highlight/core/languages/toml.js';
import typescript from '@speed-highlight/core/languages/ts.js';
import xml from '@speed-highlight/core/languages/xml.js';
import yaml from '@speed-highlight/core/languages/yaml.js';
import type { ShjGrammar } from '@speed-highlight/core/tokenize';
import type { Language } from '../../stacks/index.ts';

/** Servers' configuration: what a line begins with is the directive. */
const directives: ShjGrammar = [
  { type: 'cmnt', match: /#.*/g },
  { expand: 'str' },
  { type: 'kwd', match: /^[ \t]*<?\/?[a-z][\w.-]*/gim },
  { type: 'var', match: /\$\w+|%?\{[\w.:$-]+\}|(?<=\s)@\w+/g },
  { type: 'num', match: /\b\d+\b/g },
];

const php: ShjGrammar = [
  { type: 'cmnt', match: /(?:\/\/|#(?!\[)).*|\/\*[\s\S]*?\*\//g },
  { expand: 'str' },
  { type: 'var', match: /\$\w+/g },
  {
    type: 'kwd',
    match:
      /<\?php|\b(?:array|class|echo|else|elseif|exit|extends|false|fn|foreach|for|function|if|in|namespace|new|null|public|return|static|true|use)\b/g,
  },
  { type: 'num', match: /\b\d+\b/g },
];

const ruby: ShjGrammar = [
  { type: 'cmnt', match: /#.*/g },
  { expand: 'str' },
  {
    type: 'kwd',
    match:
      /\b(?:begin|class|def|do|else|elsif|end|false|if|module|nil|require|require_relative|return|self|true|unless)\b/g,
  },
  { type: 'var', match: /(?<![:\w]):\w+|\b\w+:(?!:)/g },
  { type: 'num', match: /\b\d+\b/g },
  { type: 'class', match: /\b[A-Z]\w*\b/g },
];

const csharp = [
  { type: 'kwd', match: /\b(?:async|await|bool|false|get|namespace|null|set|string|true|using)\b/g },
  ...java,
];

const rust = [{ type: 'kwd', match: /\b(?:async|await|fn|let|match|mut|pub|use)\b/g }, ...java];

const grammars = {
  apache: directives,
  caddyfile: directives,
  csharp,
  dockerfile: docker,
  go,
  haproxy: directives,
  ini,
  java,
  javascript: typescript,
  json,
  lighttpd: directives,
  nginx: directives,
  php,
  powershell: bash,
  python,
  ruby,
  rust,
  shell: bash,
  text: null,
  toml,
  typescript,
  xml,
  yaml,
} satisfies Readonly<Record<Language, object | null>>;

/**
 * How the languages of recipes are read. Near relatives share a grammar. (The library's own grammars aren't typed for
 * `exactOptionalPropertyTypes`.)
 */
export const GRAMMARS = grammars as Readonly<Record<Language, ShjGrammar | null>>;
