import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { AdviseJson } from "../../src/app/programs/advise.ts";
import { CheckBudgetJson } from "../../src/app/programs/check-budget.ts";
import { CompareJson } from "../../src/app/programs/compare.ts";
import { ExplainJson } from "../../src/app/programs/explain.ts";
import { PriceAnswer } from "../../src/core/price/price-answer.ts";
import { command, MAIN, type Served, serve } from "./built.ts";

const TOKEN = "a-token-of-sixteen";
const MVP = "startup, 2 engineers, MVP";

let folder: string;
let env: Record<string, string>;
let served: Served;
const clients: { [over: string]: Client } = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "k8s-advise-mcp-"));
  env = { DATA_DIR: folder, ACCESS_TOKEN: TOKEN };
  served = await serve(env);
  const stdio = { command: process.execPath, args: [MAIN, "mcp"], env: { ...env, PATH: process.env["PATH"] ?? "" } };
  clients["stdio"] = await connected(new StdioClientTransport(stdio));
  const requestInit = { headers: { authorization: `Bearer ${TOKEN}` } };
  clients["HTTP"] = await connected(
    new StreamableHTTPClientTransport(new URL(`${served.address}/mcp`), { requestInit }),
  );
});
afterAll(async () => {
  for (const client of Object.values(clients)) await client.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

const Texts = z.array(z.strictObject({ type: z.literal("text"), text: z.string() }));
type Transport = Parameters<Client["connect"]>[0];

async function connected(transport: Transport): Promise<Client> {
  const client = new Client({ name: "a-test", version: "1.0.0" });
  await client.connect(transport);
  await client.listTools(); // from then on the client holds answers against the tools' own schemas
  return client;
}

const said = new Map<string, Promise<{ out: string }>>();

/** What the command line prints; asked once, as both ways of calling tools are held against it. */
async function printed(...argv: string[]): Promise<string> {
  const key = argv.join(" ");
  const run = said.get(key) ?? command(argv, env);
  said.set(key, run);
  return (await run).out;
}

/** A tool's first text, the rest of what it says, and its structured content. */
async function called(over: string, name: string, args: Record<string, unknown>) {
  const result = await clients[over]?.callTool({ name, arguments: args });
  const texts = Texts.parse(result?.content).map(({ text }) => text);
  return { isError: result?.isError ?? false, texts, structured: result?.structuredContent };
}

describe.each(["stdio", "HTTP"])("the tools over %s", (over) => {
  it("are listed, each with the schema of its answer", async () => {
    const tools = (await clients[over]?.listTools())?.tools ?? [];
    expect(tools.map(({ name }) => name)).toEqual(["advise", "what_if", "compare", "price", "explain", "check_budget"]);
    expect(tools.filter(({ outputSchema }) => outputSchema?.["type"] !== "object")).toEqual([]);
  });

  it("advise gives the bytes of the command line, and how old the prices are", async () => {
    const { texts, structured } = await called(over, "advise", { text: MVP });
    expect(`${texts[0]}\n`).toBe(await printed("advise", "--json", MVP));
    expect(texts[1]).toMatch(/^Prices were read from [\d-]+ to [\d-]+, the oldest \d+ days before [\d-]+\./);
    expect(JSON.stringify(structured)).toBe(JSON.stringify(JSON.parse(texts[0] ?? "")));
  });

  it("what_if gives them of a follow-up", async () => {
    const { id } = AdviseJson.parse((await called(over, "advise", { text: MVP })).structured);
    const { texts, structured } = await called(over, "what_if", { from: id, text: "what if the budget is 50" });
    expect(`${texts[0]}\n`).toBe(await printed("advise", "--json", "--from", id, "what if the budget is 50"));
    expect(AdviseJson.parse(structured).followup?.intent).toBe("what-if");
  });

  it("price gives the bytes of the command line", async () => {
    const { texts, structured } = await called(over, "price", { query: "t3.medium x3 frankfurt" });
    expect(`${texts[0]}\n`).toBe(await printed("price", "--json", "t3.medium x3 frankfurt"));
    expect(PriceAnswer.parse(structured).results[0]?.source).toMatch(/^https:/);
  });

  it("compare sets what is named side by side, and says what is no platform", async () => {
    const { structured } = await called(over, "compare", {
      platforms: ["eks", "DigitalOcean", "nope"],
      purpose: "mvp",
    });
    const { platforms, unknown, prices } = CompareJson.parse(structured);
    expect(platforms.map(({ platform }) => platform).sort()).toEqual(["doks", "eks"]);
    expect(unknown).toEqual(["nope"]);
    expect(prices?.sources.length).toBeGreaterThan(1);
  });

  it("explain gives figures with their sources", async () => {
    const { structured } = await called(over, "explain", { topic: "what is egress" });
    const { topic, figures, prices } = ExplainJson.parse(structured);
    expect(topic).toBe("egress");
    expect(figures.length).toBeGreaterThan(2);
    expect(prices?.oldestDays).toBeGreaterThan(0);
  });

  it("check_budget allows, warns or blocks, and names the line that breaks the budget", async () => {
    const check = async (budgetUsd: number) =>
      CheckBudgetJson.parse((await called(over, "check_budget", { budgetUsd, platform: "eks", text: MVP })).structured);
    const { total, verdict, breaks } = await check(50);
    expect(verdict).toBe("block");
    expect(breaks?.line).toMatchObject({ category: "control-plane", cost: 73 }); // 730 h × 0.10 passes 50 at once
    expect((await check(total)).verdict).toBe("allow");
    expect((await check(Math.ceil(total / 1.1))).verdict).toBe("warn"); // about 10 % over
  });

  it("say what is wrong, and what to do", async () => {
    const wrong = await called(over, "what_if", { from: "nope", text: "undo" });
    expect([wrong.isError, wrong.texts[0]?.split("\n")[0]]).toEqual([true, 'There is no estimate "nope" here.']);
    expect((await called(over, "advise", { budget: 100 })).isError).toBe(true);
  });
});

describe("/mcp", () => {
  const knock = (headers: Record<string, string>) =>
    fetch(`${served.address}/mcp`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: "{}",
    });

  it("answers nobody without the token", async () => {
    expect((await knock({})).status).toBe(401);
    expect((await knock({ authorization: "Bearer wrong-token-entirely" })).status).toBe(401);
  });
});
