import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { downloadText, MOST_FILE_BYTES } from "../../src/app/download.ts";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function hostOf(answer: RequestListener): Promise<URL> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => server.close());
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/pods.yaml`);
}

const fileAt = ({ href: url }: URL, bytes = 4) => ({ name: "pods.yaml", url, bytes });
const only = (host: URL) => ({
  name: "Slack",
  keepsFilesAt: ({ origin }: URL) => origin === host.origin,
  headers: { authorization: "Bearer secret" },
});

it("asks no host but the platform's own, and follows nobody elsewhere", async () => {
  let calls = 0;
  const stranger = await hostOf((_, response) => {
    calls += 1;
    response.end("kind: Pod");
  });
  const host = await hostOf((_, response) => response.writeHead(302, { location: stranger.href }).end());
  await expect(downloadText(fileAt(stranger), only(host))).rejects.toThrow("Slack did not hand out pods.yaml");
  await expect(downloadText(fileAt(host), only(host))).rejects.toThrow("Slack did not hand out pods.yaml");
  expect(calls).toBe(0);
});

it.each([
  [MOST_FILE_BYTES, true],
  [MOST_FILE_BYTES + 1, false],
])("reads %i bytes: %s, whatever size was said", async (bytes, isTaken) => {
  const host = await hostOf((_, response) => response.end("x".repeat(bytes)));
  const text = downloadText(fileAt(host), only(host));
  if (isTaken) expect(await text).toHaveLength(bytes);
  else await expect(text).rejects.toThrow("larger than 1 MiB");
});

it("does not ask for what is said to be too large", async () => {
  const host = await hostOf((_, response) => response.end("kind: Pod"));
  await expect(downloadText(fileAt(host, MOST_FILE_BYTES + 1), only(host))).rejects.toThrow("larger than 1 MiB");
});

it.each([
  ["bytes that are not UTF-8", Buffer.from([0xff, 0xfe, 0x41])],
  ["a NUL", Buffer.from("kind: \0")],
])("refuses %s", async (_, body) => {
  const host = await hostOf((_request, response) => response.end(body));
  await expect(downloadText(fileAt(host), only(host))).rejects.toThrow("not a text file");
});
