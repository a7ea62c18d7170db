import { distributionVersion, hasModules } from '../../debian-python.ts';
import { djangoStarts, startDjango } from '../../django-program.ts';
import type { ServerStack } from '../../server-stack.ts';

const URLS = `from django.urls import path
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

export const server: ServerStack = {
  stack: 'django-rest-framework',
  packages: ['python3-djangorestframework', 'python3-django-cors-headers'],
  isInstalled: () => hasModules('rest_framework', 'corsheaders'),
  version: () => distributionVersion('djangorestframework'),
  // Answered by django-cors-headers, a preflight bears no mark of Django REST framework.
  starts: djangoStarts(URLS, ['rest_framework'], 'no'),
  start: startDjango,
};
