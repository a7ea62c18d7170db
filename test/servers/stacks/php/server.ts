import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { ServerStack } from '../../server-stack.ts';
import { startProcess } from '../../start-process.ts';

const PHP = '/usr/bin/php';

const INDEX = (setup: string) => `<?php
declare(strict_types=1);

${setup}// place: after-php-tag

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);

function answer(array $value, int $status = 200): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($value);
}

match ($path) {
    '/api/data' => answer(['data' => [1, 2, 3], 'written' => json_decode(file_get_contents('php://input'))]),
    '/api/crash' => throw new RuntimeException('This is how it crashes.'),
    default => answer(['error' => 'not found'], 404),
};
`;

const SETUP = `// cors: begin
header('Access-Control-Allow-Origin: *');
header('Access-Control-Allow-Methods: GET, POST, PATCH');
header('Access-Control-Allow-Headers: Content-Type');
if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS') {
    exit;
}
// cors: end
`;

export const server: ServerStack = {
  stack: 'php',
  packages: ['php-cli'],
  isInstalled: () => existsSync(PHP),
  version: () => `php ${execFileSync(PHP, ['-r', 'echo PHP_VERSION;'], { encoding: 'utf8' })}`,
  starts: [
    {
      name: 'not configured',
      files: { 'index.php': INDEX('') },
      cause: 'not-configured',
      recognised: 'sure',
    },
    {
      name: 'header not allowed',
      files: { 'index.php': INDEX(SETUP) },
      cause: 'header-not-allowed',
      recognised: 'sure',
    },
  ],
  start: (folder, port) =>
    startProcess({ command: PHP, args: ['-S', `127.0.0.1:${port}`, 'index.php'], folder, port }),
};
