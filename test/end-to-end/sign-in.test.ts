import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { providersStandIn } from "../adapters/http/providers-stand-in.ts";
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

it(
  "lets the members of a Discord server in, and the admins that the settings name",
  async () => {
    const outside = await providersStandIn();
    const data = await mkdtemp(join(tmpdir(), "k8s-advise-sign-in-discord-"));
    const server = "223456789012345678";
    const process = await run({
      HOST: "0.0.0.0",
      DATA_DIR: data,
      PLAYGROUND: "on",
      PUBLIC_URL: "https://advise.example.com",
      DISCORD_API_URL: `${outside.origin}/api`,
      DISCORD_TOKEN: "a-token-of-discord",
      DISCORD_PUBLIC_KEY: "ab".repeat(32), // interactions over HTTP: no gateway to join
      DISCORD_APPLICATION_ID: outside.client.id,
      DISCORD_CLIENT_SECRET: outside.client.secret,
      SIGN_IN_DISCORD_SERVERS: server,
      PLAYGROUND_ADMINS: "discord:323456789012345678",
    });
    try {
      outside.person = { id: "323456789012345678", name: "Ada", teamId: "", guilds: [server] };
      const at = process.address.replace("0.0.0.0", "127.0.0.1");
      const get = (path: string, cookie = "") => fetch(`${at}${path}`, { redirect: "manual", headers: { cookie } });
      const cookieIn = ({ headers }: Response) =>
        headers
          .getSetCookie()
          .map((cookie) => cookie.split(";", 1)[0] ?? "")
          .find((pair) => !pair.endsWith("=")) ?? "";
      const begun = await get("/sign-in/discord");
      const back = new URL(await outside.agree(begun.headers.get("location") ?? ""));
      const signedIn = await get(`${back.pathname}${back.search}`, cookieIn(begun));
      const page = await (await get("/", cookieIn(signedIn))).text();
      expect(page).toContain("<span>Ada</span>");
      const settings = await fetch(`${at}/api/intent`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie: cookieIn(signedIn) },
        body: JSON.stringify({ person: "ben", threadId: null, intent: { kind: "command", text: "settings change" } }),
      });
      expect((await settings.json()) as object).toMatchObject({ kind: "form" });
    } finally {
      await process.stop();
      await outside.stop();
      await rm(data, { recursive: true, force: true });
    }
  },
  3 * PATIENCE_MS,
);
