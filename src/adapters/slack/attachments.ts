import { downloadText } from "../../app/download.ts";
import type { AttachedFile } from "./parse-submission.ts";

/**
 * A file from a form, as text. The token goes to Slack's own hosts only, and to the stand-in that the settings name.
 * @throws {UserError} when it is too big, not text, or Slack does not hand it out.
 */
export async function fileText(file: AttachedFile, token: string, apiUrl: string | undefined): Promise<string> {
  return downloadText(
    { name: file.name, url: file.url_private_download, bytes: file.size },
    { name: "Slack", keepsFilesAt: (url) => isSlack(url, apiUrl), headers: { authorization: `Bearer ${token}` } },
  );
}

function isSlack({ protocol, hostname, origin }: URL, apiUrl: string | undefined): boolean {
  const isOwn = protocol === "https:" && (hostname === "slack.com" || hostname.endsWith(".slack.com"));
  return isOwn || (apiUrl !== undefined && origin === new URL(apiUrl).origin);
}
