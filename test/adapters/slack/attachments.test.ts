import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { fileText } from "../../../src/adapters/slack/attachments.ts";

const MIB = 1_048_576;
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function hostOf(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const at = (url: string, size = 4) => ({ name: "pods.yaml", size, url_private_download: url });

it("shows the token to Slack's hosts only", async () => {
  let calls = 0;
  const stranger = await hostOf((_, response) => {
    calls += 1;
    response.end("kind: Pod");
  });
  for (const url of [
    stranger,
    "http://files.slack.com/x",
    "https://slack.com.evil.example/x",
    "https://evilslack.com/x",
  ]) {
    await expect(fileText(at(url), "xoxb-1", undefined)).rejects.toThrow("did not hand out");
  }
  expect(calls).toBe(0);
  expect(await fileText(at(stranger), "xoxb-1", `${stranger}/api/`)).toBe("kind: Pod");
});

it.each([
  [MIB, true],
  [MIB + 1, false],
])("reads %i bytes: %s, whatever size was said", async (bytes, taken) => {
  const host = await hostOf((_, response) => response.end("x".repeat(bytes)));
  const text = fileText(at(host, 4), "xoxb-1", `${host}/api/`);
  if (taken) expect(await text).toHaveLength(bytes);
  else await expect(text).rejects.toThrow("larger than 1 MiB");
});
