import { distributionVersion, hasModules, PYTHON } from '../../debian-python.ts';
import type { ServerStack } from '../../server-stack.ts';
import { startProcess } from '../../start-process.ts';

const APP = (setup: string) => `from flask import Flask, jsonify, request

app = Flask(__name__)
${setup}# place: after-app


@app.get("/api/data")
def read_data():
    return jsonify(data=[1, 2, 3])


@app.route("/api/data", methods=["POST", "PATCH"])
def write_data():
    return jsonify(written=request.get_json())


@app.get("/api/crash")
def crash():
    raise RuntimeError("This is how it crashes.")
`;

const SETUP = (options: string) => `# cors: begin
from flask_cors import CORS

CORS(app, ${options})
# cors: end
`;

export const server: ServerStack = {
  stack: 'flask',
  packages: ['python3-flask', 'python3-flask-cors'],
  isInstalled: () => hasModules('flask', 'flask_cors'),
  version: () => distributionVersion('flask'),
  starts: [
    {
      name: 'not configured',
      files: { 'app.py': APP('') },
      cause: 'not-configured',
      recognised: 'sure',
    },
    {
      name: 'header not allowed',
      files: { 'app.py': APP(SETUP('allow_headers=["content-type"]')) },
      cause: 'header-not-allowed',
      recognised: 'sure',
    },
    {
      // flask-cors sends nothing then: just what Flask alone sends.
      name: 'origin not allowed',
      files: { 'app.py': APP(SETUP('origins=["http://localhost:3000"]')) },
      cause: 'not-configured',
      recognised: 'sure',
    },
  ],
  start: (folder, port) =>
    startProcess({
      command: PYTHON,
      // As Flask's documentation starts it: with the debugger, which answers crashes outside of the app.
      args: ['-m', 'flask', '--app', 'app', '--debug', 'run', '--no-reload', '--port', String(port)],
      folder,
      port,
    }),
};
