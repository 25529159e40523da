import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { z } from "zod";
import { amountText } from "../../src/cards/amount.ts";
import { money, shortMoney } from "../../src/core/cost/money.ts";
import { Bill } from "../../src/core/decision/estimate.ts";
import { printed } from "./running.ts";

export type Person = "ann" | "bob" | "cem";

/** A chat as its people use it. Each act resolves with what it brought, once that says all of `says`. */
export interface Chat<Shown> {
  /** The slash command with words after it. */
  command(who: Person, words: string, says: string[]): Promise<Shown>;
  /** Words to the bot in the card's thread, or on the newest answer there. */
  say(who: Person, words: string, thread: { card: Shown; newest: Shown }, says: string[]): Promise<Shown>;
  press(who: Person, shown: Shown, label: string, says: string[]): Promise<Shown>;
  choose(who: Person, shown: Shown, menu: string, choice: string, says: string[]): Promise<Shown>;
  /** Opens the form of a decision and sends it. */
  decide(who: Person, shown: Shown, decision: { platform: string; why: string }, says: string[]): Promise<Shown>;
  /** The names a menu offers. */
  offered(shown: Shown, menu: string): string[];
  /** Waits until what was shown before says all of `says`: an edit in its place. */
  stands(shown: Shown, says: string[]): Promise<void>;
  /** Presses the button and gives the file that comes. */
  file(who: Person, shown: Shown, label: string): Promise<string>;
  restart(settings?: Record<string, string>): Promise<void>;
}

const QUESTION = "5 services for a startup of three, 300 a month";
const WHAT_IFS: [Person, string][] = [
  ["ann", "what if the budget is 100"],
  ["bob", "with 10 services"],
  ["cem", "in Frankfurt"],
  ["ann", "with 99.9 % uptime"],
  ["bob", "what if we need a GPU"],
  ["cem", "without the GPU"],
];
const WHY = "it is the cheapest that we can run ourselves";

/**
 * A team's whole afternoon: three people, one card, six what-ifs, votes, a decision, an export, a later re-pricing, and the
 * process started anew twice. Every figure is what the command line says to the same words.
 */
export async function afternoon<Shown>(chat: Chat<Shown>, folder: string): Promise<void> {
  const [first, ...changed] = await figures(join(folder, "cli"), {}, [QUESTION, ...WHAT_IFS.map(([, words]) => words)]);
  if (first === undefined) throw new Error("the command line answered nothing");
  const draft = await chat.command("ann", QUESTION, told(first));
  const card = await chat.press("ann", draft, "Share", told(first));

  expect(changed).toHaveLength(WHAT_IFS.length);
  let newest = card;
  for (const [n, [who, words]] of WHAT_IFS.entries()) {
    if (n === WHAT_IFS.length / 2) await chat.restart();
    newest = await chat.say(who, words, { card, newest }, inShort(changed[n] ?? first));
  }
  const now = changed.at(-1) ?? first; // what the card in the channel stands at
  await chat.press("cem", newest, "Details", told(now));
  await chat.stands(card, told(now));
  const lines = now.bill.lines.map(({ cost }) => amountText(cost));
  await chat.press("bob", card, "Cost lines", [...told(now), ...lines]); // a button of before the restart

  const decided = await voted(chat, card, now);
  const adr = await chat.file("bob", decided, "Export");
  for (const part of [WHY, money(now.bill.total, now.bill.currency), ...lines]) expect(adr).toContain(part);
  const listed = [...WHY.split(" "), money(now.bill.total, now.bill.currency)]; // narrow columns wrap the words
  await chat.command("ann", "decisions", listed);
  await chat.press("bob", decided, "Price it today", ["as it was"]);

  const PRICING_DIR = await dearerCatalog(folder);
  const later = await figures(join(folder, "cli-later"), { PRICING_DIR }, [
    QUESTION,
    ...WHAT_IFS.map(([, words]) => words),
  ]);
  await chat.restart({ PRICING_DIR });
  const risen = later.at(-1)?.all.find(({ platform }) => platform === now.platform)?.bill;
  expect(risen?.total).toBeCloseTo(now.bill.total + 3, 2); // the load balancer at 15 in place of 12
  await chat.press("cem", decided, "Price it today", [money(risen?.total ?? 0, now.bill.currency), "(+3.00, "]);
  await chat.press("cem", card, "Cost lines", told(now)); // what was shared stays as it was
}

/** Everybody votes, one changes their vote, one takes it back and votes again; then an admin decides, and nobody else. The card shows each of it. */
async function voted<Shown>(chat: Chat<Shown>, card: Shown, now: Answer): Promise<Shown> {
  const [best = "", second = ""] = chat.offered(card, "Vote…");
  const vote = (who: Person, choice: string) => chat.choose(who, card, "Vote…", choice, [`✓ Your vote: ${choice}`]);
  const voted = await vote("ann", best);
  await chat.stands(card, ["Votes: ", " 1 ("]);
  await vote("bob", second);
  await chat.stands(card, [" 1 (", ", ", " 1 ("]);
  await vote("cem", best);
  await vote("bob", best);
  await chat.stands(card, [" 3 ("]);
  await chat.press("ann", voted, "Take my vote back", ["✓ Your vote is taken back"]);
  await chat.stands(card, [" 2 ("]);
  await vote("ann", best);
  await chat.stands(card, [" 3 ("]);
  const decision = { platform: now.platform, why: WHY };
  await chat.press("cem", card, "Record decision", ["You may not record decisions here.", "Admins may."]);
  const decided = await chat.decide("ann", card, decision, ["✅ Decided: ", WHY, ...inShort(now)]);
  await chat.stands(card, ["✅ Decided: ", "Votes, closed: "]);
  return decided;
}

const Answer = z.object({ id: z.string(), ranking: z.array(z.object({ platform: z.string(), bill: Bill })) });
type Ranked = z.infer<typeof Answer>["ranking"][number];
type Answer = Ranked & { id: string; all: Ranked[] };

/** What a card about an answer says in any chat: its bill to the cent, and the id of the very same estimate. */
const told = ({ id, bill }: Answer): string[] => [money(bill.total, bill.currency), `estimate ${id}`];

/** What the answer to a change says in any chat: the new bill, whole. */
const inShort = ({ bill }: Answer): string[] => [`${shortMoney(bill.total, bill.currency)}/month`];

/** The command line's answers to a question and, each based on the one before, what follows it. */
async function figures(dataDir: string, settings: Record<string, string>, said: string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const words of said) {
    const from = answers.length === 0 ? [] : ["--from", answers.at(-1)?.id ?? ""];
    const { id, ranking } = Answer.parse(
      await printed(["advise", ...from, words, "--json"], { DATA_DIR: dataDir, ...settings }),
    );
    const [winner] = ranking;
    if (winner === undefined) throw new Error(`nothing fits: ${words}`);
    answers.push({ ...winner, id, all: ranking });
  }
  return answers;
}

/** The catalog as it might be later: DigitalOcean's load balancer at 15 a month in place of 12. */
export async function dearerCatalog(folder: string): Promise<string> {
  const pricing = join(folder, "pricing");
  await cp(new URL("../../pricing", import.meta.url), pricing, { recursive: true });
  const file = join(pricing, "digitalocean", "services.yaml");
  const text = await readFile(file, "utf8");
  const dearer = text.replace(/(?<=^\s+load-balancer\s+)12$/m, "15");
  if (dearer === text) throw new Error("the load balancer's price was not found");
  await writeFile(file, dearer);
  return pricing;
}
