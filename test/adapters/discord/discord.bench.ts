import { bench, describe } from "vitest";
import chartPng from "../../../src/adapters/discord/render/png.ts";
import type { Interaction } from "../../discord-stand-in/interactions.ts";
import { type Bot, startBot, type Transport } from "./bot.ts";
import { aCard, aChart } from "./samples.ts";

const ASKED = 400;
const WARM_UP = 50;
const DRAWN = 40;

const MIB = 1_048_576;
const say = (line: string) => void process.stdout.write(`${line}\n`);
const collect = () => globalThis.gc?.();

/** How long after it was sent each command had its first response, in milliseconds: p50 and p99. */
async function responses(transport: Transport, command: (bot: Bot) => Promise<Interaction>): Promise<string> {
  const bot = await startBot({ transport });
  bot.script.answer = () => ({
    kind: "card",
    card: aCard({ sections: [], files: [] }),
    audience: "asker",
    estimateId: "e1",
    replaces: false,
  });
  const times: number[] = [];
  for (let n = 0; n < WARM_UP + ASKED; n += 1) {
    const start = performance.now();
    await (await command(bot)).answered;
    if (n >= WARM_UP) times.push(performance.now() - start);
  }
  await bot.stop();
  times.sort((one, other) => one - other);
  const at = (part: number) => `${times[Math.ceil(times.length * part) - 1]?.toFixed(2)} ms`;
  return `p50 ${at(0.5)}, p99 ${at(0.99)}`;
}
for (const transport of ["gateway", "http"] as const) {
  say(`${transport}, command to form: ${await responses(transport, (bot) => bot.people.slash("k8s-advise"))}`);
  say(
    `${transport}, command to card: ${await responses(transport, (bot) => bot.people.slash("k8s-price", { query: "t3.medium" }))}`,
  );
}

collect();
const before = process.memoryUsage().rss;
const start = performance.now();
await chartPng(aChart());
say(`first chart, libraries and all: ${(performance.now() - start).toFixed(0)} ms`);
for (let n = 0; n < DRAWN; n += 1) await chartPng(aChart());
collect();
say(
  `memory after ${DRAWN} charts: ${((process.memoryUsage().rss - before) / MIB).toFixed(0)} MiB more than before the first`,
);

describe("drawing", () => {
  bench("a chart as PNG", async () => void (await chartPng(aChart())), { time: 2_000 });
});
