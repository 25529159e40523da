import { afterEach, beforeEach, expect, it } from "vitest";
import { type Bot, startBot } from "./bot.ts";

let bot: Bot;
let heard: string[];
beforeEach(async () => {
  heard = [];
  const note = (what: string) => async (tenant: { shell: string; id: string }) =>
    void heard.push(`${what} ${tenant.shell}:${tenant.id}`);
  bot = await startBot({ departures: { left: note("left"), returned: note("returned") } });
});
afterEach(() => bot.stop());

it("notes which server put the bot out, and which took it in again, and nothing at its own start", async () => {
  const guild = bot.world.general.guildId ?? "";
  expect(heard).toEqual([]);
  bot.discord.gateway.dispatch("GUILD_DELETE", { id: guild }, guild);
  await bot.discord.until(() => heard.length === 1, "the removal to be noted");
  bot.discord.gateway.add(guild);
  await bot.discord.until(() => heard.length === 2, "the return to be noted");
  expect(heard).toEqual([`left discord:${guild}`, `returned discord:${guild}`]);
});

it("takes a server that is out of order for no removal", async () => {
  const guild = bot.world.general.guildId ?? "";
  bot.discord.gateway.dispatch("GUILD_DELETE", { id: guild, unavailable: true }, guild);
  bot.discord.gateway.add(guild);
  const asked = await bot.people.slash("k8s-advise", { question: "x" });
  await bot.discord.until(() => asked.messages[0], "an answer");
  expect(heard).toEqual([]);
});
