import { ALLOW_ORIGIN_ERRORS, CREDENTIALS_ERRORS, type Failure, isOneOf } from '../../cors/index.ts';
import { type Sentence, sentence } from '../../texts/index.ts';
import { posixWord, powershellWord } from '../quote/shell.ts';
import { systemdAssignment } from '../quote/systemd.ts';
import type { Recipe, RecipeStep, RecipeVariant } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/** The version in which Ollama's fixed list got a header, in the order of the versions. */
const ALLOWED_SINCE: readonly (readonly [version: string, headers: RegExp])[] = [
  ['v0.3.14', /^x-stainless-(?:lang|package-version|os|arch|runtime|runtime-version|async)$/],
  ['v0.4.5', /^x-stainless-retry-count$/],
  ['v0.5.5', /^x-stainless-(?:helper-method|poll-helper|custom-poll-interval)$/],
  ['v0.5.12', /^x-stainless-timeout$/],
  ['v0.6.6', /^openai-beta$/],
];

const SYSTEMD_RESTART = 'sudo systemctl daemon-reload\nsudo systemctl restart ollama';

/**
 * Ollama has a setting for origins, but none for headers, methods and credentials. A header that its list lacks may be
 * in a later version's list.
 * @see https://github.com/ollama/ollama/blob/main/server/routes.go
 */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://docs.ollama.com/faq#how-can-i-allow-additional-web-origins-to-access-ollama',
  settings: ({ origins }) => [`OLLAMA_ORIGINS=${posixWord(origins.join(','))}`],
  steps: systemdSteps,
  restart: { type: 'command', command: SYSTEMD_RESTART },
  variants: (need, failures) => {
    const certain = failures.filter(({ when }) => when === 'always');
    if (certain.some((failure) => isOneOf(failure, CREDENTIALS_ERRORS))) return [];
    return certain.some((failure) => isOneOf(failure, ALLOW_ORIGIN_ERRORS))
      ? originVariants(need)
      : upgradeVariants(certain);
  },
};

function originVariants(need: ServerNeed): readonly RecipeVariant[] {
  const origins = need.origins.join(',');
  return [
    {
      label: 'macOS',
      steps: [{ type: 'run', command: launchctlCommand(origins) }],
      restart: { type: 'command', command: `osascript -e 'quit app "Ollama"'; sleep 3; open -a Ollama` },
    },
    {
      label: 'Linux (systemd)',
      aim: sentence('ollamaOriginsSet'),
      steps: systemdSteps(need),
      restart: { type: 'command', command: SYSTEMD_RESTART },
    },
    {
      label: 'Windows (PowerShell)',
      steps: [{ type: 'run', command: powerShellCommand(origins) }],
      restart: {
        type: 'command',
        command:
          'Get-Process ollama* | Stop-Process; Start-Process "$env:LOCALAPPDATA\\Programs\\Ollama\\ollama app.exe"',
      },
    },
    {
      label: 'Docker',
      aim: sentence('ollamaOriginsSet'),
      steps: [
        {
          type: 'edit',
          file: 'docker run',
          place: 'command-options',
          language: 'shell',
          code: `-e OLLAMA_ORIGINS=${posixWord(origins)}`,
        },
      ],
      restart: { type: 'server' },
    },
    {
      label: 'ollama serve',
      steps: [{ type: 'run', command: `OLLAMA_ORIGINS=${posixWord(origins)} ollama serve` }],
      restart: { type: 'server' },
    },
  ];
}

/** Keeps the origins that are set already. */
function launchctlCommand(origins: string): string {
  const before = 'o=$(launchctl getenv OLLAMA_ORIGINS)';
  return `launchctl setenv OLLAMA_ORIGINS "$(${before}; echo "\${o:+$o,}"${posixWord(origins)})"`;
}

/**
 * Keeps the origins that are set already. Programs that are started from the same window inherit the variable, so it is
 * set twice.
 */
function powerShellCommand(origins: string): string {
  const before = "[Environment]::GetEnvironmentVariable('OLLAMA_ORIGINS', 'User')";
  return [
    `$env:OLLAMA_ORIGINS = (@(${before}, ${powershellWord(origins)}) -ne $null) -join ','`,
    "[Environment]::SetEnvironmentVariable('OLLAMA_ORIGINS', $env:OLLAMA_ORIGINS, 'User')",
  ].join('\n');
}

function systemdSteps({ origins }: ServerNeed): readonly RecipeStep[] {
  return [
    { type: 'run', command: 'sudo systemctl edit ollama.service' },
    {
      type: 'edit',
      file: '/etc/systemd/system/ollama.service.d/override.conf',
      place: 'top',
      language: 'ini',
      code: `[Service]\nEnvironment=${systemdAssignment('OLLAMA_ORIGINS', origins.join(','))}`,
    },
  ];
}

function upgradeVariants(failures: readonly Failure[]): readonly RecipeVariant[] {
  const names = failures.flatMap(({ error, parameter }) =>
    error === 'HeaderDisallowedByPreflightResponse' && parameter !== null ? [parameter] : [],
  );
  const since = names.map((name) => ALLOWED_SINCE.findIndex(([, headers]) => headers.test(name)));
  const version = ALLOWED_SINCE[Math.max(...since)]?.[0];
  if (version === undefined || since.includes(-1)) return [];
  const aim: Sentence = sentence('ollamaUpgrade', { version, names });
  return [
    {
      label: 'macOS, Windows',
      aim: sentence('ollamaUpgradeApp', { version, names }),
      steps: [],
      restart: { type: 'server' },
    },
    {
      label: 'Linux',
      aim,
      steps: [{ type: 'run', command: 'curl -fsSL https://ollama.com/install.sh | sh' }],
      restart: { type: 'command', command: 'sudo systemctl restart ollama' },
    },
    {
      label: 'Docker',
      aim: sentence('ollamaUpgradeDocker', { version, names }),
      steps: [{ type: 'run', command: 'docker pull ollama/ollama' }],
      restart: { type: 'server' },
    },
  ];
}
