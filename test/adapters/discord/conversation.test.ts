import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "../../../src/app/conversation.ts";
import { UnavailableError, UserError } from "../../../src/core/errors.ts";
import type { Interaction } from "../../discord-stand-in/interactions.ts";
import { ChannelKind, type StoredMessage, textOf } from "../../discord-stand-in/world.ts";
import { type Bot, startBot } from "./bot.ts";
import { aCard, aForm, anAction } from "./samples.ts";

let bot: Bot;
afterEach(() => bot.stop());

const card = (more: Partial<Extract<Reply, { kind: "card" }>> = {}): Reply => ({
  kind: "card",
  card: aCard(),
  audience: "asker",
  estimateId: "e1",
  replaces: false,
  ...more,
});
const lastIntent = () => bot.script.asked.at(-1)?.intent;
const modalOf = (asked: Interaction) => bot.discord.until(() => asked.modal, "a modal");
const messageOf = (asked: Interaction, at = 0) => bot.discord.until(() => asked.messages[at], "a message");

/** A draft as ann sees it, and a shared card with its thread. */
const draft = async () => messageOf(await bot.people.slash("k8s-advise", { question: "40 services" }));
async function sharedCard(): Promise<StoredMessage> {
  const private_ = await draft();
  bot.script.answer = () => card({ audience: "channel" });
  await bot.people.press(private_, "Share");
  const posted = await bot.discord.until(() => bot.script.posted[0], "the card to be posted");
  return bot.discord.until(() => bot.world.messages.get(posted.message.threadId));
}

describe.each(["gateway", "http"] as const)("over %s", (transport) => {
  beforeEach(async () => {
    bot = await startBot({ transport });
  });

  it("opens the form's first step as a modal at once", async () => {
    const modal = await modalOf(await bot.people.slash("k8s-advise"));
    expect(modal.title).toBe("The basics");
    expect(modal.components.map(({ label }) => label)).toEqual([
      "Cloud in use",
      "Kubernetes experience",
      "Budget a month",
      "Uptime",
      "Needs",
    ]);
    expect(bot.discord.refused).toEqual([]);
  });

  it("answers the form with a private draft", async () => {
    const asked = await bot.people.slash("k8s-advise");
    await modalOf(asked);
    const sent = await bot.people.submit(asked, { "Budget a month": "50", Needs: ["gpu"] });
    const answer = await messageOf(sent);
    expect(answer.visibleTo).toBe(bot.world.ann.id);
    expect(textOf(answer)).toContain("Run it on DigitalOcean Kubernetes");
    expect(lastIntent()).toEqual({
      kind: "submit-form",
      form: "advise",
      estimateId: null,
      answers: {
        existingCloud: "none",
        kubernetesExperience: "beginner",
        budgetUsd: "50",
        uptimePercent: "",
        features: ["gpu"],
      },
    });
    expect(bot.discord.refused).toEqual([]);
  });

  it("tells faults in words, and Fix it reopens the form with what was typed", async () => {
    const asked = await bot.people.slash("k8s-advise");
    await modalOf(asked);
    bot.script.answer = () => ({
      kind: "faults",
      form: aForm(),
      faults: { budgetUsd: "“fifty” is no number: write 50." },
      estimateId: null,
    });
    const sent = await bot.people.submit(asked, { "Budget a month": "fifty", Uptime: "99.9" });
    const faults = await messageOf(sent);
    expect(textOf(faults)).toContain("**Budget a month**: “fifty” is no number");
    expect(faults.visibleTo).toBe(bot.world.ann.id);

    const fixing = await bot.people.press(faults, "Fix it");
    const again = await modalOf(fixing);
    const typed = again.components.flatMap(({ component }) => (component.type === 4 ? [component.value] : []));
    expect(typed).toEqual(["fifty", "99.9"]);

    bot.script.answer = () => card();
    await bot.people.submit(fixing, { "Budget a month": "50" });
    await bot.discord.until(() => textOf(faults).includes("Run it on"), "the draft in place of the faults");
    expect(bot.discord.refused).toEqual([]);
  });

  it("opens steps two and three from the draft's buttons", async () => {
    bot.script.answer = () =>
      card({
        card: aCard({
          actions: [anAction("step", "The workload", { value: "1" }), anAction("step", "The rest", { value: "2" })],
        }),
      });
    const answer = await draft();
    const second = await modalOf(await bot.people.press(answer, "The workload"));
    expect(second.title).toBe("The workload");
    const asked = await bot.people.press(answer, "The rest");
    expect((await modalOf(asked)).title).toBe("The rest");
    await bot.people.submit(asked, { Storage: "500" });
    await bot.discord.until(() => lastIntent()?.kind === "submit-form");
    expect(lastIntent()).toEqual({
      kind: "submit-form",
      form: "advise",
      answers: { storageGiB: "500" },
      estimateId: "e1",
    });
  });

  it("opens the second step of the settings from its button", async () => {
    bot.script.answer = ({ intent }) =>
      intent.kind === "press"
        ? { kind: "form", form: aForm(), estimateId: intent.value }
        : card({ card: aCard({ actions: [anAction("settings", "People", { value: "channel:1" })] }) });
    const modal = await modalOf(await bot.people.press(await draft(), "People"));
    expect(modal.title).toBe("The workload");
    expect(lastIntent()).toMatchObject({ kind: "press", action: "settings", value: "channel:1" });
  });

  it("reads an uploaded manifest", async () => {
    bot.script.answer = () => card({ card: aCard({ actions: [anAction("step", "The workload", { value: "1" })] }) });
    const asked = await bot.people.press(await draft(), "The workload");
    await modalOf(asked);
    const upload = { name: "pods.yaml", type: "application/yaml", bytes: Buffer.from("kind: List\n") };
    await messageOf(await bot.people.submit(asked, { "A manifest": upload, "Back it up": false }));
    expect(lastIntent()).toEqual({
      kind: "submit-form",
      form: "advise",
      answers: { services: "3", backups: false, manifest: "kind: List\n" },
      estimateId: "e1",
    });
  });

  it.each([
    [{ question: "40 services on AWS" }, "40 services on AWS"],
    [{ compare: "doks eks" }, "compare doks eks"],
    [{ explain: "triangle" }, "explain triangle"],
    [{ show: "history" }, "history"],
    [{ show: "settings channel" }, "settings channel"],
  ])("takes %j as the words %j", async (options, text) => {
    await messageOf(await bot.people.slash("k8s-advise", options));
    expect(lastIntent()).toEqual({ kind: "command", text });
  });

  it("asks for one option at a time", async () => {
    const answer = await messageOf(await bot.people.slash("k8s-advise", { compare: "doks eks", explain: "sla" }));
    expect(textOf(answer)).toContain("You asked for compare and explain at once.");
    expect(bot.script.asked).toEqual([]);
  });

  it("answers a price question for the channel to see", async () => {
    bot.script.answer = () => card({ audience: "channel", estimateId: null });
    const answer = await messageOf(await bot.people.slash("k8s-price", { query: "t3.medium x3" }));
    expect(answer.visibleTo).toBeNull();
    expect(lastIntent()).toEqual({ kind: "price", text: "t3.medium x3" });
  });

  it("completes price questions, 25 at most", async () => {
    bot.script.suggestions = Array.from({ length: 40 }, (_, at) => ({ label: `t3.${at}`, value: `t3.${at}` }));
    const choices = await bot.people.complete("k8s-price", "query", "t3");
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: "t3.0", value: "t3.0" });
  });

  it("opens the form from a message, prefilled from its words", async () => {
    await modalOf(await bot.people.messageCommand("Ask the advisor", "we have 12 services"));
    expect(lastIntent()).toEqual({ kind: "open-form", text: "we have 12 services", estimateId: null });
  });

  it("shares the card to the channel with a thread on it, and says so on the draft", async () => {
    const private_ = await draft();
    bot.script.answer = () => card({ audience: "channel" });
    await bot.people.press(private_, "Share");
    await bot.discord.until(() => textOf(private_).includes("Shared:"), "the draft to say so");
    const [posted] = bot.script.posted;
    const message = bot.world.messages.get(posted?.message.threadId ?? "");
    expect(posted).toEqual({ estimateId: "e1", message: { channelId: bot.world.general.id, threadId: message?.id } });
    expect(message?.channelId).toBe(bot.world.general.id);
    expect(message?.files.map(({ name }) => name)).toEqual(["chart-1.png", "cost-lines.csv"]);
    expect(bot.world.channels.get(message?.id ?? "")).toMatchObject({ type: ChannelKind.thread, name: aCard().title });
    expect(bot.discord.refused).toEqual([]);
  });

  it("shares once when Share is pressed twice", async () => {
    const private_ = await draft();
    bot.script.answer = () => card({ audience: "channel" });
    await Promise.all([bot.people.press(private_, "Share"), bot.people.press(private_, "Share")]);
    await bot.discord.until(() => textOf(private_).includes("Shared:"), "the draft to say so");
    expect(
      [...bot.world.messages.values()].filter(
        ({ channelId, visibleTo }) => channelId === bot.world.general.id && visibleTo === null,
      ),
    ).toHaveLength(1);
  });

  it("draws a shared card anew where a vote changed it, and tells the voter alone", async () => {
    const shared = await sharedCard();
    bot.script.shared = aCard({ title: "Twenty votes for EKS" });
    bot.script.answer = () =>
      card({ audience: "asker", changesShared: true, card: aCard({ title: "", fallback: "✓" }) });
    const pressed = await bot.people.press(shared, "Compare all");
    expect((await messageOf(pressed)).visibleTo).toBe(bot.world.ann.id);
    await bot.discord.until(() => textOf(shared).includes("Twenty votes for EKS"));
  });

  it("answers a shared card's button and menu in its thread, and tells the asker where", async () => {
    const shared = await sharedCard();
    bot.script.answer = () => card({ audience: "thread" });
    const pressed = await bot.people.press(shared, "Compare all", { by: bot.world.bob });
    expect(textOf(await messageOf(pressed))).toBe(`\nAnswered in the thread: <#${shared.id}>`);
    await messageOf(await bot.people.choose(shared, "Why not…", "Amazon EKS"));
    expect(lastIntent()).toEqual({ kind: "press", action: "why-not", estimateId: "e1", value: "eks", posted: true });
    expect(bot.script.asked.at(-1)?.asker).toMatchObject({ channelId: bot.world.general.id, threadId: shared.id });
    expect([...bot.world.messages.values()].filter(({ channelId }) => channelId === shared.id)).toHaveLength(2);
    expect(bot.discord.refused).toEqual([]);
  });

  it("replaces the shared card when the answer says so", async () => {
    const shared = await sharedCard();
    bot.script.answer = () => card({ audience: "thread", replaces: true, card: aCard({ title: "Two votes for EKS" }) });
    await bot.people.press(shared, "Compare all");
    await bot.discord.until(() => textOf(shared).includes("Two votes for EKS"), "the card to change");
    expect(shared.files.map(({ name }) => name)).toEqual(["chart-1.png", "cost-lines.csv"]);
    expect(shared.visibleTo).toBeNull();
  });

  it("asks on through the Ask button", async () => {
    const shared = await sharedCard();
    const asked = await bot.people.press(shared, "Ask");
    await modalOf(asked);
    bot.script.answer = () => card({ audience: "thread" });
    await messageOf(
      await bot.people.submit(asked, { "What would you like to know or change?": "what if the budget is 100" }),
    );
    expect(lastIntent()).toEqual({
      kind: "submit-form",
      form: "follow-up",
      answers: { text: "what if the budget is 100" },
      estimateId: "e1",
    });
    expect([...bot.world.messages.values()].filter(({ channelId }) => channelId === shared.id)).toHaveLength(1);
  });

  it("answers in a thread for those in the thread", async () => {
    const shared = await sharedCard();
    const thread = await bot.discord.until(() => bot.world.channels.get(shared.id));
    bot.script.answer = () => card({ audience: "thread" });
    const answer = await messageOf(
      await bot.people.slash("k8s-advise", { question: "with a GPU" }, { channel: thread }),
    );
    expect(answer).toMatchObject({ channelId: thread.id, visibleTo: null });
    expect(bot.script.asked.at(-1)?.asker).toMatchObject({ channelId: bot.world.general.id, threadId: thread.id });
  });

  it("works in direct messages, which are the person's own", async () => {
    const where = { channel: bot.world.direct };
    const private_ = await messageOf(await bot.people.slash("k8s-advise", { question: "3 services" }, where));
    bot.script.answer = () => card({ audience: "channel" });
    await bot.people.press(private_, "Share");
    await bot.discord.until(() => textOf(private_).includes("Shared:"), "the draft to say so");
    const { id } = bot.world.direct;
    expect(bot.script.posted[0]?.message).toEqual({ channelId: id, threadId: id });
    expect(bot.script.asked[0]?.asker).toMatchObject({ tenant: { id: bot.world.ann.id }, person: { isAdmin: true } });
    expect(bot.discord.refused).toEqual([]);
  });

  it("works for a person who installed it alone, apart from the server's estimates", async () => {
    bot.world.general.permissions = 0n;
    const where = { userInstall: true, by: bot.world.bob };
    const private_ = await messageOf(await bot.people.slash("k8s-advise", { question: "3 services" }, where));
    expect(bot.script.asked[0]?.asker.tenant).toEqual({ shell: "discord", id: bot.world.bob.id });
    bot.script.answer = () => card({ audience: "channel" });
    const pressed = await bot.people.press(private_, "Share", where);
    const shared = await messageOf(pressed);
    expect(shared.visibleTo).toBeNull();
    await bot.discord.until(() => textOf(private_).includes("I am no member of this channel"), "the reason");
  });

  it("says what the asker can put right, and escapes it", async () => {
    bot.script.answer = () => {
      throw new UserError("There are no prices for @everyone_west.", "Try **eu-west**.");
    };
    const answer = await messageOf(await bot.people.slash("k8s-advise", { question: "x" }));
    expect(textOf(answer)).toContain("There are no prices for \\@everyone\\_west.");
    expect(textOf(answer)).toContain("Try \\*\\*eu-west\\*\\*.");
    expect(answer.visibleTo).toBe(bot.world.ann.id);
  });

  it("gives a reference for what is ours, and keeps it out of sight", async () => {
    bot.script.answer = () => {
      throw new Error("the secret is 42");
    };
    const answer = await messageOf(await bot.people.slash("k8s-advise", { question: "x" }));
    const reference = /reference ([0-9a-f]{8})/.exec(textOf(answer))?.[1];
    expect(textOf(answer)).not.toContain("secret");
    expect(bot.logged.find(({ text }) => text === "answering failed")?.fields).toMatchObject({ reference });
  });

  it("says in words what we depend on and fails, and logs its cause", async () => {
    bot.script.answer = () => {
      throw new UnavailableError("The disk is full.", "Make room.", { cause: new Error("SQLITE_FULL") });
    };
    const answer = await messageOf(await bot.people.slash("k8s-advise", { question: "x" }));
    expect(textOf(answer)).toContain("The disk is full.");
    const reference = /Make room\. Reference: ([0-9a-f]{8})/.exec(textOf(answer))?.[1];
    const line = bot.logged.find(({ text }) => text === "answering failed");
    expect(line?.fields).toMatchObject({ reference, reason: "SQLITE_FULL" });
  });

  it("defers slow work, then edits; a form that comes too late is behind a button", async () => {
    bot.script.answer = async ({ intent }) => {
      await new Promise((resolve) => setTimeout(resolve, 1_700));
      return intent.kind === "command" && intent.text === "x"
        ? card()
        : { kind: "form", form: aForm(), estimateId: null };
    };
    const slow = await bot.people.slash("k8s-advise", { question: "x" });
    await bot.discord.until(() => slow.state === "thinking", "the deferral");
    expect(textOf(await messageOf(slow))).toContain("Run it on");
    const late = await messageOf(await bot.people.slash("k8s-advise", { question: "y" }));
    expect((await modalOf(await bot.people.press(late, "Open the form"))).title).toBe("The basics");
    expect(bot.discord.refused).toEqual([]);
  });

  it("needs no token of a draft after its fifteen minutes", async () => {
    const private_ = await draft();
    bot.discord.advance(20 * 60_000);
    bot.script.answer = () => card({ audience: "channel" });
    await bot.people.press(private_, "Share");
    await bot.discord.until(() => textOf(private_).includes("Shared:"), "the draft to say so");
    expect(bot.discord.refused).toEqual([]);
  });
});
