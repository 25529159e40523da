import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { playground } from "../../../src/adapters/playground/playground.ts";
import type { Conversation } from "../../../src/app/conversation.ts";
import { memoryStore, serving, silent } from "../http/serving.ts";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Chromium's path, or null where there is none. */
export const chromiumPath = [process.env["CHROMIUM_PATH"], ...PLACES].find((path) => path && existsSync(path)) ?? null;

/** The playground on a free port of the loopback, around a conversation. */
export async function servePlayground(conversation: Conversation) {
  const server = await serving(await memoryStore(), { pages: [playground({ conversation, log: silent })] });
  return { address: await server.listen({ host: "127.0.0.1", port: 0 }), close: () => server.close() };
}

export function launch() {
  const args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  const quiet = ["--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: chromiumPath ?? "", chromiumSandbox: false, args: [...args, ...quiet] });
}
