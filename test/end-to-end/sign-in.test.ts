import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MAIN } from "./built.ts";
import { PATIENCE_MS, type Running, run } from "./running.ts";

const TOKEN = "0123456789abcdef";

let folder: string;
let running: Running;

/** The process as a server runs it: other machines can connect, and the playground is switched on. */
const start = () => run({ HOST: "0.0.0.0", DATA_DIR: folder, PLAYGROUND: "on", ACCESS_TOKEN: TOKEN });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "k8s-advise-sign-in-"));
  running = await start();
}, PATIENCE_MS);
afterAll(async () => {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

const address = () => running.address.replace("0.0.0.0", "127.0.0.1");

/** What the page's call is answered with; it claims to be Ada, the admin of the loopback. */
const ask = (cookie: string, text: string) =>
  fetch(`${address()}/api/intent`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ person: "ada", threadId: null, intent: { kind: "command", text } }),
  });

it(
  "lets nobody in who did not sign in, is nobody's admin, and forgets who was signed out",
  async () => {
    expect((await ask("", "help")).status).toBe(401);
    const signedIn = await fetch(`${address()}/sign-in`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ name: "Grace", token: TOKEN }),
    });
    const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    expect((await ask(cookie, "help")).status).toBe(200);
    const settings = await ask(cookie, "settings change");
    expect([settings.status, JSON.stringify(await settings.json())]).toEqual([422, expect.stringContaining("admin")]);
    await running.stop();
    running = await start();
    expect((await ask(cookie, "help")).status).toBe(200);
    const ended = await promisify(execFile)(
      process.execPath,
      [MAIN, "data", "sessions", "end", "--person", "guest:grace"],
      {
        env: { DATA_DIR: folder },
      },
    );
    expect(ended.stdout.trim()).toBe("1 session ended.");
    expect((await ask(cookie, "help")).status).toBe(401);
  },
  3 * PATIENCE_MS,
);
