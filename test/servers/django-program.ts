import { PYTHON } from './debian-python.ts';
import type { FailingStart, RunningServer, ServerFiles, ServerStack } from './server-stack.ts';
import { startProcess } from './start-process.ts';

const MANAGE = `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
execute_from_command_line(sys.argv)
`;

const SETTINGS = (apps: readonly string[], setup: string) => `SECRET_KEY = "only-for-this-test"
DEBUG = True
ALLOWED_HOSTS = []
ROOT_URLCONF = "urls"
USE_TZ = True

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
${apps.map((app) => `    "${app}",`).join('\n')}
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
${setup}# place: settings
`;

const SETUP = (settings: string) => `# cors: begin
INSTALLED_APPS.append("corsheaders")
MIDDLEWARE.insert(0, "corsheaders.middleware.CorsMiddleware")
${settings}
# cors: end
`;

function files(urls: string, apps: readonly string[], setup: string): ServerFiles {
  return { 'manage.py': MANAGE, 'settings.py': SETTINGS(apps, setup), 'urls.py': urls };
}

/**
 * The ways in which a Django app starts out failing.
 * @param urls its urls.py
 * @param apps what it installs beside Django's own
 * @param refusal how surely its stack is told where CORS is set up
 */
export function djangoStarts(
  urls: string,
  apps: readonly string[],
  refusal: FailingStart['recognised'],
): ServerStack['starts'] {
  return [
    {
      name: 'not configured',
      files: files(urls, apps, ''),
      cause: 'not-configured',
      recognised: 'sure',
    },
    {
      // The list that django-cors-headers has from the start.
      name: 'header not allowed',
      files: files(urls, apps, SETUP('CORS_ALLOW_ALL_ORIGINS = True')),
      cause: 'header-not-allowed',
      recognised: refusal,
    },
    {
      name: 'origin not allowed',
      files: files(urls, apps, SETUP('CORS_ALLOWED_ORIGINS = ["http://localhost:3000"]')),
      cause: 'origin-not-allowed',
      recognised: refusal,
    },
  ];
}

/** Runs Django's own development server. */
export function startDjango(folder: string, port: number): Promise<RunningServer> {
  const args = ['manage.py', 'runserver', '--noreload', `127.0.0.1:${port}`];
  return startProcess({ command: PYTHON, args, folder, port });
}
