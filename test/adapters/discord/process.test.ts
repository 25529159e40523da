import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Interaction } from "../../discord-stand-in/interactions.ts";
import { type People, people } from "../../discord-stand-in/people.ts";
import { type Discord, startDiscord } from "../../discord-stand-in/stand-in.ts";
import { type StoredMessage, textOf } from "../../discord-stand-in/world.ts";

const path = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const PATIENCE_MS = 60_000; // a whole process on a busy machine
const TRIES = 5;

// The process as it is run, with nothing but settings: real catalog, real store, real advice.
describe.each(["gateway", "http"] as const)(
  "the whole process, Discord over %s",
  { timeout: 3 * PATIENCE_MS },
  (transport) => {
    let discord: Discord;
    let ann: People;
    let folder: string;
    let child: ChildProcess;

    beforeEach(async () => {
      discord = await startDiscord({ patienceMs: PATIENCE_MS });
      ann = people(discord);
      folder = mkdtempSync(join(tmpdir(), "k8s-advise-discord-"));
      await start();
    }, PATIENCE_MS);
    afterEach(async () => {
      await stop();
      await discord.close();
      rmSync(folder, { recursive: true });
    });

    async function start(): Promise<void> {
      const joining: Record<string, string> = transport === "http" ? { DISCORD_PUBLIC_KEY: discord.publicKey } : {};
      const env = { PORT: "0", DATA_DIR: folder, PLAYGROUND: "off", DISCORD_TOKEN: discord.world.token, ...joining };
      child = spawn(process.execPath, ["--import", path("test/run-typescript.mjs"), path("src/main.ts"), "serve"], {
        env: { ...env, PATH: process.env["PATH"], DISCORD_API_URL: discord.apiUrl },
        stdio: ["ignore", "inherit", "pipe"],
      });
      const address = await addressOf(child);
      if (transport === "http") discord.transport.endpoint = `${address}/discord/interactions`;
    }

    async function stop(): Promise<void> {
      child.kill("SIGTERM");
      const [code] = await once(child, "exit");
      expect(code).toBe(0);
    }

    /** What a person does when Discord says that the application did not respond: on a busy machine the first advice takes its time. */
    async function answered(act: () => Promise<Interaction>, tries = TRIES): Promise<Interaction> {
      const asked = await act();
      await discord.until(
        () => asked.state !== "waiting" || discord.refused.some((line) => line.includes(asked.id)),
        "a response",
      );
      return asked.state === "waiting" && tries > 1 ? answered(act, tries - 1) : asked;
    }
    const messageOf = (asked: Interaction) => discord.until(() => asked.messages[0], "a message");
    const posted = (find: (message: StoredMessage) => boolean) =>
      discord.until(() => [...discord.world.messages.values()].find(find), "a post");

    it("answers the form, shares, answers in the thread, and still knows the card after a restart", async () => {
      const asked = await answered(() => ann.slash("k8s-advise"));
      expect(asked.modal?.title).toBe("The basics");
      const draft = await messageOf(await answered(() => ann.submit(asked, { "Monthly budget in US dollars": "200" })));
      expect(draft.visibleTo).toBe(discord.world.ann.id);

      await answered(() => ann.press(draft, "Share"));
      const card = await posted(({ author, visibleTo }) => author === "bot" && visibleTo === null);
      await discord.until(() => textOf(draft).includes("Shared:"), "the draft to say so");
      expect(card.files.map(({ name }) => name)).toContain("chart-1.png");
      expect(textOf(card)).toMatch(/USD a month/);

      await stop();
      await start();
      const followUp = await answered(() => ann.press(card, "Ask"));
      await answered(() => ann.submit(followUp, { "What would you like to know or change?": "what if we need a GPU" }));
      expect(textOf(await posted(({ channelId }) => channelId === card.id))).toMatch(/gpu/i);
    });

    it("answers a price and completes it, and says in words what it does not understand", async () => {
      expect(
        textOf(await messageOf(await answered(() => ann.slash("k8s-price", { query: "t3.medium x3 frankfurt" })))),
      ).toContain("t3.medium");
      expect(await ann.complete("k8s-price", "query", "t3.med")).not.toEqual([]);
      const refused = await messageOf(await answered(() => ann.slash("k8s-advise", { explain: "nonsense" })));
      expect(textOf(refused)).toContain("nonsense");
      expect(refused.visibleTo).toBe(discord.world.ann.id);
    });
  },
);

/** Where the process says it listens. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error("standard error is not piped");
  for await (const line of createInterface(child.stderr)) {
    const { msg, address } = JSON.parse(line);
    if (msg === "ready") return address;
  }
  throw new Error("the process ended before it was ready");
}
