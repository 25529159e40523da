import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What a form brings back about where it was opened: ids, and the sealed address its answer may be sent to. */
const Metadata = z.strictObject({
  team: z.string(),
  user: z.string(),
  channel: z.string().nullable(),
  thread: z.string().nullable(),
  estimate: z.string().nullable(),
  draft: z.boolean(), // opened from a draft that only this person sees
  reply: z.string().nullable(), // sealed: whoever has a `response_url` may speak as the app
});
export type Metadata = z.infer<typeof Metadata>;

/** The form's `private_metadata`. https://docs.slack.dev/reference/views/modal-views: at most 3 000 characters. */
export function packMetadata(metadata: Metadata): string {
  return JSON.stringify(metadata);
}

/** What was packed, or null when it is not ours or belongs to another workspace or person than `from`. */
export function unpackMetadata(text: string, from: { team: string; user: string }): Metadata | null {
  const read = Metadata.safeParse(parsed(text));
  return read.success && read.data.team === from.team && read.data.user === from.user ? read.data : null;
}

/** Hides an address from everybody but processes that share `secret`; `open` gives null for what another sealed. */
export function sealer(secret: string): { seal(text: string): string; open(sealed: string): string | null } {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "k8s-advise slack reply address", 32));
  return {
    seal(text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      try {
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
        decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
        return Buffer.concat([body, decipher.final()]).toString("utf8");
      } catch {
        return null; // sealed with another secret, or not by us
      }
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
