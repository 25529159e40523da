import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFiles } from "../../src/adapters/files/read-files.ts";
import { answer } from "../../src/adapters/playground/api.ts";
import { migrate } from "../../src/adapters/store/migrate.ts";
import { storeOn } from "../../src/adapters/store/open.ts";
import { advisor } from "../../src/app/advisor.ts";
import type { Conversation, Intent } from "../../src/app/conversation.ts";
import { converse } from "../../src/app/converse.ts";
import { library } from "../../src/app/knowledge.ts";
import { planner } from "../../src/app/planner.ts";
import type { Asker } from "../../src/app/ports/asker.ts";
import type { HandedFile } from "../../src/app/ports/files.ts";
import { CAPABILITIES } from "../../src/capabilities.ts";
import { ACTION_NAMES } from "../../src/cards/card.ts";
import { FORM_NAMES } from "../../src/cards/form.ts";
import { UserError } from "../../src/core/errors.ts";
import { aTerminal } from "../adapters/cli/terminal.ts";
import { type Engine, pgliteEngine, sqliteEngine } from "../adapters/store/engines.ts";
import { catalogData } from "../core/real-catalog.ts";

/** Names that every plain object answers to, and bytes that PostgreSQL's text cannot hold. */
const WORDS = ["constructor", "__proto__", "toString", "hasOwnProperty", "__defineGetter__", "\0", "a\0b"];

const sentences = (word: string) => [
  word,
  `${word} ${word}`,
  `3 services ${word}`,
  `${word}: 5 services on aws`,
  `${word}=1`,
  `explain ${word}`,
  `compare ${word} eks`,
  `price ${word}`,
  `decisions ${word}`,
  `decisions export ${word}`,
  `settings ${word}`,
  `settings change ${word}`,
  `what is a ${word}?`,
  `what if ${word}`,
  `why not ${word}`,
  `vote ${word}`,
  `decide ${word} because ${word}`,
  `decide eks because ${word}`,
  `break down ${word}`,
  `in ${word}`,
];
const SENTENCES = [...WORDS.flatMap(sentences), "2 gpus, 5000 replicas", "5 services, 5000 replicas, 100 GB in total"];

/** Everything that can be done with a text, in every place that takes one. */
const intents = (text: string): Intent[] => [
  { kind: "command", text },
  { kind: "price", text },
  { kind: "open-form", text, estimateId: text },
  { kind: "follow-up", text, estimateId: null },
  { kind: "follow-up", text, estimateId: text },
  { kind: "home", before: text },
];
const presses = (word: string): Intent[] =>
  ACTION_NAMES.map((action) => ({ kind: "press", action, estimateId: word, value: word }));
const forms = (word: string): Intent[] =>
  FORM_NAMES.map((form) => {
    const answers = Object.fromEntries([
      [word, word],
      ["text", word],
      ["why", word],
      ["platform", word],
      ["budgetUsd", word],
    ]);
    return { kind: "submit-form", form, answers, estimateId: word };
  });

/** What a person is told: an answer, or in words what to put right. Anything else is a fault of ours. */
async function inWords(work: Promise<unknown>): Promise<string> {
  return work.then(
    (reply) => (typeof reply === "object" && reply !== null && "kind" in reply ? "answered" : `no reply: ${reply}`),
    (error: unknown) => (error instanceof UserError ? "told" : `failed: ${error}`),
  );
}

describe.each([
  { name: "SQLite", make: sqliteEngine },
  { name: "PGlite", make: pgliteEngine },
])("words that are names of our own, on $name", ({ make }) => {
  let engine: Engine;
  let conversation: Conversation;
  let close: () => Promise<void>;
  const clock = { now: () => new Date("2026-11-22T12:00:00.000Z") };
  let deliveries = 0;
  const asker = (threadId: string | null): Asker => ({
    tenant: { shell: "slack", id: "T1" },
    person: { id: "U1", name: "Ann\0", isAdmin: true, groups: [] },
    channelId: "C1",
    threadId,
    deliveryId: `Ev${deliveries++}`,
  });

  beforeAll(async () => {
    engine = await make();
    const database = await engine.open();
    await migrate(database);
    const store = storeOn(database, { tokenKey: null, clock });
    const shelves = library({ current: () => catalogData }, clock);
    const advising = advisor({
      library: shelves,
      planner: planner(shelves),
      estimates: store.estimates,
      settings: store.settings,
      clock,
    });
    const files = { read: async (handed: readonly HandedFile[]) => readFiles(handed) };
    conversation = converse({
      ...store,
      advisor: advising,
      library: shelves,
      files,
      clock,
      capabilities: CAPABILITIES,
    });
    close = () => store.close();
    const asked = await conversation.handle({ kind: "command", text: "3 services" }, asker(null));
    await conversation.posted(asker(null), asked.estimateId ?? "", { channelId: "C1", threadId: "t1" });
  });
  afterAll(async () => {
    await close?.();
    await engine?.drop();
  });

  const outcomes = async (all: Intent[], threadId: string | null) => {
    const wrong: string[] = [];
    for (const intent of all) {
      const outcome = await inWords(conversation.handle(intent, asker(threadId)));
      if (outcome !== "answered" && outcome !== "told") wrong.push(`${JSON.stringify(intent)}: ${outcome}`);
    }
    return wrong;
  };

  it("are answered in words, by themselves and in a card's thread", async () => {
    const all = SENTENCES.flatMap(intents);
    expect(await outcomes(all, null)).toEqual([]);
    expect(await outcomes(all, "t1")).toEqual([]);
  });

  it("are answered in words behind every button and in every form", async () => {
    const all = WORDS.flatMap((word) => [...presses(word), ...forms(word)]);
    expect(await outcomes(all, null)).toEqual([]);
    expect(await outcomes(all, "t1")).toEqual([]);
  });

  it("are answered in words on the page", async () => {
    for (const text of SENTENCES) {
      const body = JSON.parse(JSON.stringify({ person: "ada", threadId: null, intent: { kind: "command", text } }));
      expect(await inWords(answer(conversation, body)), text).toMatch(/^(answered|told)$/);
    }
  });

  it("complete nothing", () => {
    for (const word of WORDS) expect(conversation.suggestPrices(word, 5).length).toBeLessThanOrEqual(5);
  });
});

it("are answered in words in a terminal", async () => {
  const { run, reading } = await aTerminal();
  for (const text of SENTENCES.filter((sentence) => !sentence.includes("\0"))) {
    expect((await run("advise", text)).code, text).not.toBe(1);
    expect((await run("price", text)).code, text).not.toBe(1);
  }
  for (const word of ["constructor", "__proto__", "toString"]) {
    for (const argv of [
      ["explain", word],
      ["settings", `${word}=1`],
      ["catalog", "show", word],
      ["decisions", word],
    ])
      expect((await run(...argv)).code, argv.join(" ")).not.toBe(1);
    const requirement = await reading({ "-": `{"${word}": {"${word}": 1}}` })("advise", "--requirements", "-");
    expect(requirement.code, requirement.err).toBe(2);
    expect(requirement.err).toContain(word);
  }
});
