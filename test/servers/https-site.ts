import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeServer, listen } from './listen.ts';

export interface HttpsSite {
  /** `https://127.0.0.1:<port>` */
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves one page over https on 127.0.0.1, with a certificate that nobody trusts. */
export async function startHttpsSite(html: string): Promise<HttpsSite> {
  const server = createServer(selfSigned(), (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  });
  const port = await listen(server, '127.0.0.1');
  return { origin: `https://127.0.0.1:${port}`, port, close: () => closeServer(server) };
}

function selfSigned(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-inspector-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const options = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  try {
    const files = ['-keyout', key, '-out', cert, '-subj', '/CN=example.test'];
    execFileSync('openssl', ['req', '-x509', ...options, ...files], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
