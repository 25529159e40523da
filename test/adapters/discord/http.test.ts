import { afterEach, beforeEach, expect, it } from "vitest";
import { type Bot, startBot } from "./bot.ts";

let bot: Bot;
const endpoint = () => bot.discord.transport.endpoint ?? "";
beforeEach(async () => {
  bot = await startBot({ transport: "http" });
});
afterEach(() => bot.stop());

it("answers Discord's PING", async () => {
  const response = await bot.discord.postSigned(endpoint(), '{"type":1}');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ type: 1 });
});

it.each([
  ["none", {}],
  ["one of the wrong length", { "x-signature-ed25519": "abcd", "x-signature-timestamp": "1" }],
  ["one of another key", { "x-signature-ed25519": "0".repeat(128), "x-signature-timestamp": "1" }],
])("refuses a request with a signature that does not fit: %s", async (_, headers) => {
  const response = await fetch(endpoint(), { method: "POST", headers, body: '{"type":1}' });
  expect(response.status).toBe(401);
});

it("refuses a body that was changed after signing", async () => {
  const headers = bot.discord.signed('{"type":1}');
  expect((await fetch(endpoint(), { method: "POST", headers, body: '{"type":2}' })).status).toBe(401);
  const later = { ...headers, "x-signature-timestamp": "9999999999" };
  expect((await fetch(endpoint(), { method: "POST", headers: later, body: '{"type":1}' })).status).toBe(401);
});

it.each([
  ["290 seconds ago", 290, 200],
  ["by a clock 290 seconds ahead", -290, 200],
  ["305 seconds ago", 305, 401],
  ["by a clock 305 seconds ahead", -305, 401],
])("answers what was rightly signed %s with %i", async (_when, ageSeconds, status) => {
  expect((await bot.discord.postSigned(endpoint(), '{"type":1}', ageSeconds)).status).toBe(status);
});

it("takes no other method, no broken JSON and no giant body", async () => {
  expect((await fetch(endpoint())).status).toBe(405);
  expect((await bot.discord.postSigned(endpoint(), "{")).status).toBe(400);
  expect((await bot.discord.postSigned(endpoint(), " ".repeat(2_000_000))).status).toBe(413);
});

it("joins no gateway unless shards are asked for", async () => {
  expect(bot.discord.gateway.counts.identified).toBe(0);
  expect(bot.shell.isReady()).toBe(true);
});

it("hears messages too with shards, and takes interactions over HTTP still", async () => {
  await bot.stop();
  bot = await startBot({ transport: "http", config: { shards: [0], shardCount: 1 } });
  expect(bot.discord.gateway.counts.identified).toBe(1);
  const asked = await bot.people.slash("k8s-advise");
  await bot.discord.until(() => asked.modal, "the form");
  const written = bot.people.write(`<@${bot.world.botId}> 40 services`);
  await bot.discord.until(
    () => [...bot.world.messages.values()].some(({ answers }) => answers === written.id),
    "a reply",
  );
});
