import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/store/open.ts";
import { eventually, settled } from "../adapters/slack/setup.ts";
import { postgresEngine, reachableServer, type SharedEngine, sqliteEngine } from "../adapters/store/engines.ts";
import type { SlackPerson } from "../slack-stand-in/person.ts";
import type { Message } from "../slack-stand-in/workspace.ts";
import { insisting, PATIENCE_MS, type Running } from "./running.ts";
import { CHANNEL, choicesOf, type SlackTeam, sharedCard, slackTeam, TEAM } from "./slack-team.ts";
import { stormWords, voteStorm } from "./vote-storm.ts";

const server = await reachableServer();
const postgres = server === null ? [] : [{ name: "PostgreSQL", make: () => postgresEngine(server) }];
const engines = [{ name: "SQLite", make: sqliteEngine }, ...postgres];

/** Short versions; `npm run soak` runs the long one. */
describe.each(engines)("the whole process on $name", { timeout: 3 * PATIENCE_MS }, ({ name, make }) => {
  let engine: SharedEngine;
  beforeAll(async () => {
    engine = await make();
  });
  afterAll(() => engine?.drop());

  it("loses no vote that Slack was told of and counts none twice, killed in the middle of them", async () => {
    const storm = await voteStorm(engine.address, 2);
    process.stdout.write(`${name}: ${stormWords(2, storm)}\n`);
    expect(storm).toMatchObject({ lost: [], twice: [], surplusAnswers: 0 });
    expect(storm.acknowledged - storm.late).toBeGreaterThan(0);
  });

  it("answers after a restart, once, what it had acknowledged when it was killed", async () => {
    const team = await slackTeam();
    let running = await team.start(engine.address);
    const person = (id: string) => team.person(id, running);
    await insisting(() => person("UANN").command("/k8s-advise", "3 services, 300 a month", CHANNEL));
    const draft = await team.message(({ onlyFor, blocks }) => onlyFor === "UANN" && blocks.length > 3);
    team.slack.trouble("chat.postMessage", "unheard"); // the card is there, and the process never hears of it
    team.slack.trouble("reply", "hang");
    await person("UANN").press(draft, "Share");
    await person("UBOB").command("/k8s-price", "eks control plane", CHANNEL);
    await eventually(() => team.slack.callsOf("chat.postMessage").length === 1, PATIENCE_MS);
    await eventually(
      () => team.slack.callsOf("reply").some(({ args }) => args["text"]?.includes("73.00")),
      PATIENCE_MS,
    );
    await running.kill();

    running = await team.start(engine.address);
    await team.message(({ onlyFor, text }) => onlyFor === "UBOB" && text.includes("73.00"));
    await eventually(() => draft.text === "Shared with the channel.", PATIENCE_MS);
    const cards = team.workspace.messages.filter(({ onlyFor }) => onlyFor === null);
    expect(cards).toHaveLength(1);
    const [card = draft] = cards;
    await person("UBOB").say(`<@${team.workspace.botUserId}> vote doks`, CHANNEL, card); // the card owns its thread
    await team.message(({ onlyFor, text }) => onlyFor === "UBOB" && text.startsWith("✓ Your vote: "));
    await running.stop();
    await team.stop();
    process.stdout.write(`${name}: killed over a share and a price, both answered once after the restart\n`);
  });
});

describe("what comes twice", { timeout: 3 * PATIENCE_MS }, () => {
  let engine: SharedEngine;
  let team: SlackTeam;
  let running: Running;
  let store: Store;
  let ann: SlackPerson;
  let card: Message;
  beforeAll(async () => {
    engine = await sqliteEngine();
    team = await slackTeam();
    running = await team.start(engine.address);
    store = await openStore({ ...engine.address, tokenKey: null, clock: { now: () => new Date() } });
    ann = team.person("UANN", running);
    card = await sharedCard(team, ann, "3 services, 300 a month");
  }, 2 * PATIENCE_MS);
  afterAll(async () => {
    await running?.stop();
    await store?.close();
    await team?.stop();
    await engine?.drop();
  });

  const answers = (count: number) => eventually(() => team.under(card).length === count, PATIENCE_MS);
  const thread = () => ({ channelId: CHANNEL, threadId: card.ts });
  const votes = async () => {
    const tally = await store.votes.tally(TEAM, thread());
    return tally.votes.map(({ platform, people }) => [platform, people.map(({ id }) => id)]);
  };

  it("is answered once and counted once: a double click, a press sent again, an event delivered again", async () => {
    const [first, second] = choicesOf(card, "Vote…");
    const press = (choice = first, at = "1000.1") => ann.press(card, "Vote…", choice?.label, at);
    await Promise.all([press(), press()]);
    await answers(1);
    expect(await votes()).toEqual([[first?.value, ["UANN"]]]);

    await press(second, "1010.1");
    await answers(2);
    await press(); // the first one once more, late
    const [event = {}] = await ann.say(`<@${team.workspace.botUserId}> what if the budget is 500`, CHANNEL, card);
    await answers(3);
    for (const retry of [1, 2, 3]) await ann.redeliver(event, retry);
    await settled();

    await answers(3);
    expect(await votes()).toEqual([[second?.value, ["UANN"]]]);
    expect((await store.threads.line(TEAM, thread())).map(({ kind }) => kind)).toEqual(["opened", "changed"]);

    const changed = team.under(card).at(-1) ?? card;
    await Promise.all(["1020.1", "1020.9"].map((at) => ann.press(changed, "Undo", undefined, at)));
    await answers(4);
    await settled();
    await answers(4);
    const kinds = (await store.threads.line(TEAM, thread())).map(({ kind }) => kind);
    expect(kinds).toEqual(["opened", "changed", "undone"]);
  });
});

describe.skipIf(server === null)("two processes on one PostgreSQL", { timeout: 3 * PATIENCE_MS }, () => {
  it("lead one conversation: the form on one, the buttons on the other", async () => {
    const engine = await postgresEngine(server ?? "");
    const team = await slackTeam();
    const [here, there] = await Promise.all([team.start(engine.address), team.start(engine.address)]);
    try {
      const annHere = team.person("UANN", here);
      const annThere = team.person("UANN", there);
      await insisting(() => annHere.command("/k8s-advise", "", CHANNEL));
      await eventually(() => team.workspace.views.size === 1, PATIENCE_MS);
      await insisting(() => annThere.submit({ budgetUsd: "300" }));
      const draft = await team.message(({ onlyFor }) => onlyFor === "UANN");
      await insisting(() => annHere.press(draft, "Share"));
      const card = await team.message(({ onlyFor, channel }) => onlyFor === null && channel === CHANNEL);

      const [choice] = choicesOf(card, "Vote…");
      const press = (person: SlackPerson) => person.press(card, "Vote…", choice?.label, "1000.1");
      await Promise.all([annHere, annThere].map((person) => insisting(() => press(person))));
      await insisting(() => press(team.person("UBOB", there)));
      const tally = () => JSON.stringify(card.blocks).includes(" 2 (Name of U"); // the card itself shows it
      await eventually(tally, PATIENCE_MS);
      await settled();
      expect(team.under(card)).toHaveLength(0);

      await insisting(() => annHere.press(card, "Record decision"));
      await eventually(() => team.workspace.views.size === 1, PATIENCE_MS);
      await insisting(() => annThere.submit({ why: "we know it" }));
      const decided = await team.message(({ text }) => text.includes("Decided"));
      expect(decided.threadTs).toBe(card.ts);
      process.stdout.write("PostgreSQL: one conversation over two processes, 2 votes, 1 decision\n");
    } finally {
      await Promise.all([here, there].map((each) => each.stop()));
      await team.stop();
      await engine.drop();
    }
  });
});
