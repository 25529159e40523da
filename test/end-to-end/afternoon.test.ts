import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { type Served, serve } from "./built.ts";
import { fileIn, personAt, wordsIn } from "./page-person.ts";

let folder: string | null = null;
let served: Served | null = null;

afterAll(async () => {
  await served?.stop();
  if (folder !== null) await rm(folder, { recursive: true, force: true });
});

const running = (): Served => {
  if (served === null) throw new Error("Nothing is running");
  return served;
};
const address = () => running().address;
const ada = personAt(address, "ada");
const ben = personAt(address, "ben");
const chris = personAt(address, "chris");

/** The catalog as it might be later: DigitalOcean's load balancer at 15 a month in place of 12. */
async function dearerCatalog(within: string): Promise<string> {
  const pricing = join(within, "pricing");
  await cp("pricing", pricing, { recursive: true });
  const file = join(pricing, "digitalocean", "services.yaml");
  const text = await readFile(file, "utf8");
  const dearer = text.replace(/(?<=^\s+load-balancer\s+)12$/m, "15");
  if (dearer === text) throw new Error("The load balancer's price was not found");
  await writeFile(file, dearer);
  return pricing;
}

it("A team's whole afternoon: a card, what-ifs, votes, a decision, an export, and prices that rose", async () => {
  folder = await mkdtemp(join(tmpdir(), "k8s-advise-afternoon-"));
  const env = { DATA_DIR: join(folder, "data") };
  served = await serve(env);

  const draft = await ada.asks("startup, 2 engineers, MVP");
  expect(wordsIn(draft.html)).toContain("DigitalOcean Kubernetes: 62.50 USD a month");
  const first = draft.estimateId ?? "";
  const card = await ada.presses("share", first);
  const thread = card.threadId ?? "";
  expect([card.audience, thread === ""]).toEqual(["channel", false]);

  const whatIfs: [typeof ada, string][] = [
    [ben, "what if the budget is 50"],
    [chris, "what if the budget is 100"],
    [ada, "with 10 services"],
    [ben, "in Frankfurt"],
    [chris, "with 99.9 % uptime"],
  ];
  const line: string[] = [];
  for (const [who, text] of whatIfs) {
    const answer = await who.says(text, thread);
    expect(answer.audience).toBe("thread");
    line.push(answer.estimateId ?? "");
  }
  expect(new Set([first, ...line]).size).toBe(6);
  expect((await ada.says("undo", thread)).estimateId).toBe(line[3]);

  await running().stop("SIGKILL"); // in the middle of it all
  served = await serve(env);
  expect(wordsIn((await ben.says("why not eks", thread)).html)).toContain("Why not Amazon EKS?");
  expect(wordsIn((await chris.presses("compare", first, thread)).html)).toContain("platforms compared");
  const sixth = await chris.says("back to the first", thread);
  expect(sixth.estimateId).toBe(first);

  await Promise.all([ada.says("vote doks", thread), ben.says("vote eks", thread), chris.says("vote doks", thread)]);
  const votes = wordsIn((await ben.says("vote doks", thread)).html);
  expect(votes).toMatch(/DigitalOcean Kubernetes 3 Ada, Ben, Chris/);

  expect(await ben.refused("decide eks because I like it", thread)).toEqual({
    message: "You may not record decisions here.",
    hint: "Admins may. An admin can let others do it in /k8s-advise settings.",
  });
  const decided = await ada.says("decide doks because three of us know it", thread);
  expect(wordsIn(decided.html)).toMatch(/Decided: DigitalOcean Kubernetes.*three of us know it.*62\.50 USD/);
  expect((await ben.refused("vote eks", thread)).message).toContain("the vote is closed");
  const [, decision = ""] = /data-action="export"[^>]*data-value="(\w+)"/.exec(decided.html) ?? [];
  const record = fileIn((await chris.presses("export", first, thread, decision)).html);
  expect(record).toMatch(/^# Run on DigitalOcean Kubernetes[\s\S]*three of us know it[\s\S]*62\.50/);
  expect(wordsIn((await ben.presses("reprice", first, thread, decision)).html)).toContain("as it was");

  await running().stop();
  served = await serve({ ...env, PRICING_DIR: await dearerCatalog(folder) });
  const repriced = wordsIn((await ben.presses("reprice", first, thread, decision)).html);
  expect(repriced).toMatch(/65\.50 USD a month on \S+ \(\+3\.00, \+4\.8 %\)/); // 62.50 + 15.00 − 12.00; 3 / 62.5 = 4.8 %
  expect(wordsIn((await chris.presses("cost-lines", first, thread, "doks")).html)).toContain("62.50"); // the card is as it was
  expect(wordsIn((await chris.asks("decisions")).html)).toContain("three of us know it");
}, 120_000);
