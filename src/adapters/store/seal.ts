import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** A key to keep secrets with, and a short name for it that gives nothing away. */
export interface SealKey {
  id: string;
  bytes: Buffer;
}

const KEY_BYTES = 32; // AES-256
const IV_BYTES = 12; // https://csrc.nist.gov/pubs/sp/800/38/d/final, 5.2.1.1: recommended for GCM
const TAG_BYTES = 16;

/** The key in `text`: 32 bytes as 64 hexadecimal digits or in base64. @throws when it is neither. */
export function sealKey(text: string): SealKey {
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64");
  if (bytes.length !== KEY_BYTES)
    throw new Error(`An encryption key is ${KEY_BYTES} bytes in base64 or hexadecimal, this one is ${bytes.length}.`);
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}

/** The keys in `text`, with commas between: the first seals, all of them open. @throws when one is no key. */
export const sealKeys = (text: string): SealKey[] => text.split(",").map((key) => sealKey(key.trim()));

/** `text` encrypted and signed, in base64. `context` must be the same to open it: a sealed row moved elsewhere stays shut. */
export function seal(key: SealKey, text: string, context: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, iv).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
}

/** What was sealed. @throws when the key, the context or a byte of it is another. */
export function unseal(key: SealKey, sealed: string, context: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}
