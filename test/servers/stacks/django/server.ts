import { distributionVersion, hasModules, PYTHON } from '../../debian-python.ts';
import type { FailingStart, RunningServer, ServerFiles, ServerStack } from '../../server-stack.ts';
import { startProcess } from '../../start-process.ts';

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

const DJANGO_URLS = `import json

from django.http import JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def data(request):
    if request.method == "GET":
        return JsonResponse({"data": [1, 2, 3]})
    return JsonResponse({"written": json.loads(request.body or "null")})


def crash(request):
    raise RuntimeError("This is how it crashes.")


urlpatterns = [path("api/data", data), path("api/crash", crash)]
`;

const REST_URLS = `from django.urls import path
from rest_framework.response import Response
from rest_framework.views import APIView


class Data(APIView):
    def get(self, request):
        return Response({"data": [1, 2, 3]})

    def post(self, request):
        return Response({"written": request.data})

    patch = post


class Crash(APIView):
    def get(self, request):
        raise RuntimeError("This is how it crashes.")


urlpatterns = [path("api/data", Data.as_view()), path("api/crash", Crash.as_view())]
`;

function files(urls: string, apps: readonly string[], setup: string): ServerFiles {
  return { 'manage.py': MANAGE, 'settings.py': SETTINGS(apps, setup), 'urls.py': urls };
}

function starts(
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

function start(folder: string, port: number): Promise<RunningServer> {
  const args = ['manage.py', 'runserver', '--noreload', `127.0.0.1:${port}`];
  return startProcess({ command: PYTHON, args, folder, port });
}

export const django: ServerStack = {
  stack: 'django',
  packages: ['python3-django', 'python3-django-cors-headers'],
  isInstalled: () => hasModules('django', 'corsheaders'),
  version: () => distributionVersion('django'),
  starts: starts(DJANGO_URLS, [], 'sure'),
  start,
};

export const djangoRestFramework: ServerStack = {
  stack: 'django-rest-framework',
  packages: ['python3-djangorestframework', 'python3-django-cors-headers'],
  isInstalled: () => hasModules('rest_framework', 'corsheaders'),
  version: () => distributionVersion('djangorestframework'),
  // Answered by django-cors-headers, a preflight bears no mark of Django REST framework.
  starts: starts(REST_URLS, ['rest_framework'], 'no'),
  start,
};
