import { afterEach, expect, it } from "vitest";
import { DISCORD } from "../../../src/adapters/discord/capabilities.ts";
import { helpRows } from "../../../src/app/verbs/commands.ts";
import { startDiscord } from "../../discord-stand-in/stand-in.ts";
import { type Bot, startBot } from "./bot.ts";

let bot: Bot;
afterEach(() => bot.stop());

const registered = () =>
  [...bot.world.commands.values()].map(({ guildId, command }) => ({ guildId, name: command.name }));
const changes = () =>
  bot.discord.calls
    .filter(({ method, path }) => method !== "GET" && path.includes("/commands"))
    .map(({ method }) => method);

it("registers its commands everywhere, in five languages", async () => {
  bot = await startBot();
  expect(registered()).toEqual(["k8s-advise", "k8s-price", "Ask the advisor"].map((name) => ({ guildId: null, name })));
  for (const { command } of bot.world.commands.values()) {
    expect(Object.keys(command.name_localizations ?? {})).toEqual(["en-US", "de", "es-ES", "fr", "ja"]);
    expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
  }
  expect(bot.discord.refused).toEqual([]);
});

it("offers to show what the help says can be shown, a channel's own settings too", async () => {
  bot = await startBot();
  const [advise] = [...bot.world.commands.values()].map(({ command }) => command);
  const options = advise?.type === 1 ? advise.options : [];
  const choices = options.find(({ name }) => name === "show")?.choices ?? [];
  const help = JSON.stringify(helpRows(DISCORD.commands));
  const shown = [...help.matchAll(/"\/k8s-advise show: ([^"]+)"/g)].map(([, name]) => name);
  expect(choices.map(({ name }) => name)).toEqual(["help", ...shown]);
  expect(choices).toContainEqual(expect.objectContaining({ name: "channel settings", value: "settings channel" }));
});

it("changes nothing that is registered already", async () => {
  const discord = await startDiscord();
  const first = await startBot({ discord });
  await first.shell.stop();
  discord.calls.length = 0;
  bot = await startBot({ discord });
  expect(changes()).toEqual([]);
});

it("changes what differs alone, and removes what is no longer there", async () => {
  const discord = await startDiscord();
  const first = await startBot({ discord });
  await first.shell.stop();
  const [advise, price] = [...discord.world.commands.values()];
  if (advise === undefined || price === undefined) throw new Error("nothing was registered");
  discord.world.commands.set(advise.id, {
    ...advise,
    command: { type: 1, name: "k8s-advise", description: "Old", options: [] },
  });
  discord.world.commands.set(price.id, {
    ...price,
    command: { type: 1, name: "k8s-old", description: "Old", options: [] },
  });
  discord.calls.length = 0;
  bot = await startBot({ discord });
  expect(changes()).toEqual(["PATCH", "POST", "DELETE"]);
  expect(
    registered()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["Ask the advisor", "k8s-advise", "k8s-price"]);
});

it("registers in the servers that are named alone", async () => {
  const discord = await startDiscord();
  const first = await startBot({ discord });
  await first.shell.stop();
  bot = await startBot({ discord, config: { guildIds: [discord.world.guildId] } });
  expect(registered()).toEqual(
    ["k8s-advise", "k8s-price", "Ask the advisor"].map((name) => ({ guildId: discord.world.guildId, name })),
  );
  expect(discord.refused).toEqual([]);
});

it("serves on when Discord takes no commands", async () => {
  const discord = await startDiscord();
  discord.plan({
    method: "GET",
    path: /commands$/,
    times: 1,
    status: 403,
    body: { code: 50001, message: "Missing Access" },
  });
  bot = await startBot({ discord });
  expect(bot.shell.isReady()).toBe(true);
  expect(bot.logged.map(({ text }) => text)).toContain("discord commands could not be registered");
});
