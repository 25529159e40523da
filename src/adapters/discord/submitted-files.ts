import { downloadText } from "../../app/download.ts";
import type { Answers } from "../../cards/form.ts";
import type { Submitted } from "./parse.ts";

/** Where Discord keeps attachments. https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
const HOSTS: readonly string[] = ["cdn.discordapp.com", "media.discordapp.net"];

/**
 * The text of each uploaded file, by the key of its field.
 * @throws {UserError} for the first that is too big, not text, or not handed out.
 */
export async function readFiles(files: Submitted["files"], apiUrl: string): Promise<Answers> {
  const keepsFilesAt = ({ protocol, hostname, origin }: URL) =>
    (protocol === "https:" && HOSTS.includes(hostname)) || origin === new URL(apiUrl).origin;
  const read = await Promise.all(
    files.map(async ({ field, attachment: { filename, size, url } }) => {
      const text = await downloadText(
        { name: filename, url, bytes: size },
        { name: "Discord", keepsFilesAt, headers: {} },
      );
      return [field, text] as const;
    }),
  );
  return Object.fromEntries(read);
}
