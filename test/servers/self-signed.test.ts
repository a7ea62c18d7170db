import { createPublicKey, X509Certificate } from 'node:crypto';
import { createServer, get } from 'node:https';
import { expect, test } from 'vitest';
import { startHttpsSite } from './https-site.ts';
import { closeServer, listen } from './listen.ts';
import { selfSigned } from './self-signed.ts';

const NOW = new Date('2031-02-03T04:05:06Z');

test('the certificate is for 127.0.0.1, is signed with its own key, and is valid a day before and after', () => {
  const certificate = new X509Certificate(selfSigned(NOW).cert);
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(certificate.issuer).toBe(certificate.subject);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(new Date(certificate.validFrom)).toEqual(new Date('2031-02-02T04:05:06Z'));
  expect(new Date(certificate.validTo)).toEqual(new Date('2031-02-04T04:05:06Z'));
});

test('the private key is the one of the certificate', () => {
  const { key, cert } = selfSigned();
  expect(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'pem' })).toBe(
    createPublicKey(key).export({ type: 'spki', format: 'pem' }),
  );
});

test('no two certificates have one number', () => {
  const [one, other] = [selfSigned(), selfSigned()].map(({ cert }) => new X509Certificate(cert).serialNumber);
  expect(one).not.toBe(other);
});

test('a client accepts the certificate once it trusts it', async () => {
  const certificate = selfSigned();
  const server = createServer(certificate, (_request, response) => response.end());
  const port = await listen(server, '127.0.0.1');
  try {
    const status = await new Promise((resolve, reject) => {
      get(`https://127.0.0.1:${port}`, { ca: certificate.cert }, (response) =>
        resolve(response.statusCode),
      ).once('error', reject);
    });
    expect(status).toBe(200);
  } finally {
    await closeServer(server);
  }
});

test('without that trust it refuses the https site', async () => {
  const site = await startHttpsSite('<title>A page</title>');
  try {
    const error = await new Promise<NodeJS.ErrnoException>((resolve, reject) => {
      get(site.origin, () => reject(new Error('It was trusted.'))).once('error', resolve);
    });
    expect(error.code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  } finally {
    await site.close();
  }
});
