import { distributionVersion, hasModules } from '../../debian-python.ts';
import { djangoStarts, startDjango } from '../../django-program.ts';
import type { ServerStack } from '../../server-stack.ts';

const URLS = `import json

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

export const server: ServerStack = {
  stack: 'django',
  packages: ['python3-django', 'python3-django-cors-headers'],
  isInstalled: () => hasModules('django', 'corsheaders'),
  version: () => distributionVersion('django'),
  starts: djangoStarts(URLS, [], 'sure'),
  start: startDjango,
};
