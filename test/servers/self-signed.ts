import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate and its private key, in PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const DAY_MS = 86_400_000;

/** Tags of ASN.1 (ITU-T X.690). */
const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  utf8String: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
  /** A field's own tags, [0] and [3] around a value; [7] in place of one. */
  around0: 0xa0,
  around3: 0xa3,
  inPlace7: 0x87,
} as const;

const ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const SUBJECT_ALT_NAME = Buffer.from('0603551d11', 'hex');

/**
 * Makes a certificate for https://127.0.0.1 that is right in all but that nobody trusts who signed it: itself
 * (RFC 5280, version 3). It is valid from a day before now until a day after.
 */
export function selfSigned(now = new Date()): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(TAG.sequence, ECDSA_WITH_SHA256);
  const name = der(
    TAG.sequence,
    der(TAG.set, der(TAG.sequence, COMMON_NAME, der(TAG.utf8String, Buffer.from('example.test')))),
  );
  const loopback = der(TAG.sequence, der(TAG.inPlace7, Buffer.from([127, 0, 0, 1])));
  const extension = der(TAG.sequence, SUBJECT_ALT_NAME, der(TAG.octetString, loopback));
  const toBeSigned = der(
    TAG.sequence,
    der(TAG.around0, der(TAG.integer, Buffer.from([2]))),
    der(TAG.integer, serialNumber()),
    algorithm,
    name,
    der(TAG.sequence, utcTime(now.getTime() - DAY_MS), utcTime(now.getTime() + DAY_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(TAG.around3, der(TAG.sequence, extension)),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const certificate = der(
    TAG.sequence,
    toBeSigned,
    algorithm,
    der(TAG.bitString, Buffer.from([0]), signature),
  );
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem(certificate) };
}

/** A value in DER: its tag, its length in bytes, and what is in it. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content)]), content]);
}

function lengthOf({ length }: Buffer): readonly number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

/** Browsers take two certificates of one issuer and number for the same. Positive, and without a zero in front. */
function serialNumber(): Buffer {
  return Buffer.concat([Buffer.from([1]), randomBytes(8)]);
}

function utcTime(ms: number): Buffer {
  const digits = new Date(ms).toISOString().slice(2, 19).replaceAll(/\D/g, '');
  return der(TAG.utcTime, Buffer.from(`${digits}Z`));
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
