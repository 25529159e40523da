import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import {
  aCard,
  aForm,
  anAction,
  aReply,
  BUDGET,
  CLOUD,
  eventually,
  joined,
  MANIFEST,
  type Setup,
  settled,
  TRANSPORTS,
} from "./setup.ts";

describe.each(TRANSPORTS)("Slack over %s", (transport) => {
  let at: Setup;
  beforeEach(async () => {
    at = await joined(transport);
  });
  afterEach(() => at.stop());

  it("answers a command with words in private, and knows who asked where", async () => {
    const ack = await at.ann.command("/k8s-advise", "3 services &amp; 50 &lt; 60", "C1");
    expect(ack).toEqual({ status: 200, body: null });
    const answer = await at.message(() => true);
    expect(answer).toMatchObject({ channel: "C1", onlyFor: "UANN", text: "DOKS, 72.00 USD a month." });
    expect(at.conversation.heard).toEqual([
      {
        intent: { kind: "command", text: "3 services & 50 < 60" },
        asker: {
          tenant: { shell: "slack", id: "T1" },
          person: { id: "UANN", name: "Name of UANN", isAdmin: false, groups: [] },
          channelId: "C1",
          threadId: null,
          deliveryId: expect.stringMatching(/^command:/),
        },
      },
    ]);
  });

  it("knows an admin", async () => {
    at.workspace.admins.add("UANN");
    await at.ann.command("/k8s-advise", "settings", "C1");
    await at.message(() => true);
    expect(at.conversation.heard[0]?.asker.person.isAdmin).toBe(true);
  });

  it("knows the user groups somebody is in", async () => {
    at.workspace.groups.set("S1", ["UBOB"]).set("S2", ["UBOB", "UANN"]).set("S3", ["UANN"]);
    await at.ann.command("/k8s-advise", "settings", "C1");
    await at.message(() => true);
    expect(at.conversation.heard[0]?.asker.person.groups).toEqual(["S2", "S3"]);
  });

  it("answers in channels the bot is not in, and in other people's direct messages", async () => {
    at.workspace.channel("C2", { botIsMember: false });
    await at.ann.command("/k8s-price", "t3.medium x3 frankfurt", "C2");
    await at.ann.command("/k8s-price", "t3.large", "DSTRANGERS");
    expect(await at.message(({ channel }) => channel === "C2")).toMatchObject({ onlyFor: "UANN" });
    expect(await at.message(({ channel }) => channel === "DSTRANGERS")).toMatchObject({ onlyFor: "UANN" });
    expect(at.conversation.intents).toContainEqual({ kind: "price", text: "t3.medium x3 frankfurt" });
  });

  it("says that it is working when that takes longer than a second, then replaces that message", async () => {
    at.conversation.answer = async () => {
      await sleep(1_300);
      return aReply();
    };
    await at.ann.command("/k8s-advise", "compare eks aks", "C1");
    const message = await at.message(({ text }) => text === "Working on it…");
    await eventually(() => message.text === "DOKS, 72.00 USD a month.");
    expect(at.workspace.messages).toHaveLength(1);
  });

  it("opens the form at once, shows faults at their fields, and answers in the channel", async () => {
    at.conversation.answer = () => ({ kind: "form", form: aForm([CLOUD, BUDGET]), estimateId: null });
    await at.ann.command("/k8s-advise", "", "C1");
    await eventually(() => at.workspace.views.size === 1);
    expect(at.conversation.intents).toEqual([{ kind: "open-form", text: null, estimateId: null }]);

    const faults = { budgetUsd: "0 or more, please.", unknown: "And this." };
    at.conversation.answer = () => ({ kind: "faults", form: aForm([CLOUD, BUDGET]), faults, estimateId: null });
    const refused = await at.ann.submit({ budgetUsd: "-1" });
    expect(refused.body).toEqual({
      response_action: "errors",
      errors: { budgetUsd: "0 or more, please.", existingCloud: "And this." },
    });

    at.conversation.answer = () => aReply();
    expect((await at.ann.submit({ existingCloud: "aws", budgetUsd: "50" })).body).toBeNull();
    expect(await at.message(() => true)).toMatchObject({ channel: "C1", onlyFor: "UANN" });
    expect(at.workspace.views.size).toBe(0);
    expect(at.conversation.heard.at(-1)).toMatchObject({
      intent: {
        kind: "submit-form",
        form: "advise",
        answers: { existingCloud: "aws", budgetUsd: "50" },
        estimateId: null,
      },
      asker: { channelId: "C1", threadId: null },
    });
  });

  it("opens a view that says to wait when the form is slow", async () => {
    at.conversation.answer = async () => {
      await sleep(2_000);
      return { kind: "form", form: aForm([CLOUD]), estimateId: "e-1" };
    };
    await at.ann.command("/k8s-advise", "", "C1");
    const open = await eventually(() => [...at.workspace.views.values()][0]);
    expect(JSON.stringify(open.view)).toContain("Getting the form ready");
    await eventually(() => open.view["callback_id"] === "form:advise");
  });

  it("shows that it is working when the answer to a form is slow, and then the faults in words with what was typed", async () => {
    at.conversation.answer = () => ({ kind: "form", form: aForm([BUDGET]), estimateId: null });
    await at.ann.command("/k8s-advise", "", "C1");
    const open = await eventually(() => [...at.workspace.views.values()][0]);
    const again = {
      kind: "faults" as const,
      form: aForm([{ ...BUDGET, value: "7" }]),
      faults: { budgetUsd: "Too little." },
    };
    at.conversation.answer = async () => {
      await sleep(2_200);
      return { ...again, estimateId: null };
    };
    const ack = await at.ann.submit({ budgetUsd: "7" });
    expect(ack.body).toMatchObject({ response_action: "update" });
    const shown = await eventually<string | false>(
      () => open.view["callback_id"] === "form:advise" && JSON.stringify(open.view),
    );
    expect(shown).toContain("⚠️ Monthly budget: ");
    expect(shown).toContain("Too little.");
    expect(shown).toContain('"initial_value":"7"');
  });

  it("reads an attached file as text, and says at its field what is wrong with it", async () => {
    at.conversation.answer = () => ({ kind: "form", form: aForm([MANIFEST]), estimateId: null });
    await at.ann.command("/k8s-advise", "", "C1");
    await eventually(() => at.workspace.views.size === 1);
    at.slack.downloads.set("pods.yaml", { type: "text/plain", bytes: Buffer.from("kind: Deployment\n") });
    at.slack.downloads.set("photo.jpg", { type: "image/jpeg", bytes: Buffer.from([0xff, 0xd8, 0xff, 0x00]) });
    const attached = (name: string, size: number) => [
      { name, size, url_private_download: `${at.slack.origin}/files/${name}` },
    ];
    at.conversation.answer = () => aReply();
    const errors = async (name: string, size: number) => (await at.ann.submit({ manifest: attached(name, size) })).body;
    expect(await errors("photo.jpg", 4)).toMatchObject({
      errors: { manifest: expect.stringContaining("not a text file") },
    });
    expect(await errors("huge.yaml", 1_048_577)).toMatchObject({
      errors: { manifest: expect.stringContaining("1 MiB") },
    });
    expect(await errors("gone.yaml", 9)).toMatchObject({
      errors: { manifest: expect.stringContaining("did not hand out") },
    });
    expect(at.conversation.intents).toHaveLength(1);
    expect(await errors("pods.yaml", 17)).toBeNull();
    await at.message(() => true);
    expect(at.conversation.intents.at(-1)).toMatchObject({ answers: { manifest: "kind: Deployment\n" } });
  });

  it("shares a draft with the channel, gives the card its thread and leaves a link in the draft's place", async () => {
    at.conversation.answer = () => aReply({ card: aCard({ actions: [anAction("share", "Share")] }) });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    const draft = await at.message(() => true);
    const actions = [anAction("cost-lines", "Cost lines")];
    const files = [{ name: "lines.csv", mediaType: "text/csv" as const, text: "line,cost\nnodes,36.00\n" }];
    at.conversation.answer = () => aReply({ audience: "channel", replaces: true, card: aCard({ actions, files }) });
    await at.ann.press(draft, "Share");
    const shared = await at.message(({ onlyFor }) => onlyFor === null);
    await eventually(() => draft.text === "Shared with the channel.");
    expect(shared).toMatchObject({ channel: "C1", threadTs: null });
    expect(JSON.stringify(draft.blocks)).toContain(`https://t1.slack.com/archives/C1/p${shared.ts.replace(".", "")}`);
    expect(at.conversation.intents.at(-1)).toEqual({ kind: "press", action: "share", estimateId: "e-1", value: null });
    expect(at.conversation.threads).toMatchObject([
      { estimateId: "e-1", message: { channelId: "C1", threadId: shared.ts }, asker: { person: { id: "UANN" } } },
    ]);
    const [file] = [...at.workspace.files.values()];
    expect(file).toMatchObject({ name: "lines.csv", channel: "C1", threadTs: shared.ts, text: files[0]?.text });
  });

  it("says how to let it in when it may not post", async () => {
    at.workspace.channel("C2", { botIsMember: false });
    at.conversation.answer = () => aReply({ card: aCard({ actions: [anAction("share", "Share")] }) });
    await at.ann.command("/k8s-advise", "mvp", "C2");
    const draft = await at.message(() => true);
    at.conversation.answer = () => aReply({ audience: "channel", replaces: true });
    await at.ann.press(draft, "Share");
    const told = await at.message((message) => message !== draft);
    expect(told).toMatchObject({ onlyFor: "UANN", channel: "C2" });
    expect(told.text).toContain("/invite @k8s-advise");
    expect(draft.text).toBe("DOKS, 72.00 USD a month.");
    expect(at.conversation.threads).toEqual([]);
  });

  it("answers buttons and menus of a shared card in its thread, and updates the card in place", async () => {
    const choices = [{ label: "EKS", value: "eks" }];
    const actions = [anAction("why-not", "Why not…", { choices }), anAction("vote", "Vote", { value: "doks" })];
    at.conversation.answer = () => aReply({ audience: "channel", card: aCard({ actions }) });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    const card = await at.message(({ onlyFor }) => onlyFor === null);

    at.conversation.answer = () => aReply({ audience: "thread", card: aCard({ fallback: "EKS costs 73 more." }) });
    await at.person("UBOB").press(card, "Why not…", "EKS");
    expect(await at.message(({ text }) => text.startsWith("EKS"))).toMatchObject({ channel: "C1", threadTs: card.ts });
    expect(at.conversation.heard.at(-1)).toMatchObject({
      intent: { kind: "press", action: "why-not", estimateId: "e-1", value: "eks", posted: true },
      asker: { threadId: card.ts, person: { id: "UBOB" } },
    });

    at.conversation.answer = () =>
      aReply({ audience: "thread", replaces: true, card: aCard({ fallback: "1 vote for DOKS.", actions }) });
    await at.person("UBOB").press(card, "Vote");
    await eventually(() => card.text === "1 vote for DOKS.");
    expect(at.workspace.messages).toHaveLength(2);
  });

  it("counts many votes with few edits of the card, tells each voter alone, and posts nothing", async () => {
    const actions = [anAction("vote", "Vote", { value: "doks" })];
    at.conversation.answer = () => aReply({ audience: "channel", card: aCard({ actions }) });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    const card = await at.message(({ onlyFor }) => onlyFor === null);
    const people = Array.from({ length: 20 }, (_, n) => `U${n}`);
    let votes = 0;
    at.conversation.answer = () => {
      votes += 1;
      at.conversation.shared = aCard({ fallback: `${votes} votes for DOKS.`, actions });
      return aReply({
        audience: "asker",
        changesShared: true,
        card: aCard({ title: "", fallback: "✓ Your vote: DOKS." }),
      });
    };
    await Promise.all(people.map((id) => at.person(id).press(card, "Vote")));
    await eventually(() => card.text === "20 votes for DOKS.", 20_000);
    expect(at.slack.callsOf("chat.update").length).toBeLessThanOrEqual(3);
    expect(at.workspace.messages.filter(({ onlyFor }) => onlyFor === null)).toEqual([card]);
    expect(
      at.workspace.messages
        .filter(({ text }) => text.startsWith("✓"))
        .map(({ onlyFor }) => onlyFor)
        .sort(),
    ).toEqual(people.sort());
  });

  it("answers a mention in a thread on it, which the card owns, and draws that card anew", async () => {
    at.conversation.answer = () => aReply({ audience: "reply", estimateId: "e-1" });
    const said = `<@${at.workspace.botUserId}> 40 services`;
    const written = { channel: "C1", threadTs: null, user: "UANN", onlyFor: null, blocks: [], metadata: null };
    const question = at.workspace.add({ ...written, text: said });
    await at.ann.say(said, "C1", null, { ts: question.ts });
    const card = await at.message(({ user }) => user === at.workspace.botUserId);
    expect(card).toMatchObject({ channel: "C1", threadTs: question.ts, onlyFor: null });
    expect(at.conversation.heard[0]?.asker).toMatchObject({ isPublic: true, threadId: null });
    await eventually(() => at.conversation.threads.length === 1);
    expect(at.conversation.threads[0]?.message).toEqual({ channelId: "C1", threadId: question.ts });

    at.conversation.shared = aCard({ fallback: "Changed." });
    at.conversation.answer = () => aReply({ audience: "thread", changesShared: true });
    await at.ann.say(`<@${at.workspace.botUserId}> with a GPU`, "C1", question);
    await eventually(() => card.text === "Changed.", 20_000);
  });

  it("keeps quiet about a card that cannot be drawn anew, or a voter who cannot be told: the vote is kept", async () => {
    const actions = [anAction("vote", "Vote", { value: "doks" })];
    at.conversation.answer = () => aReply({ audience: "channel", card: aCard({ actions }) });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    const card = await at.message(({ onlyFor }) => onlyFor === null);
    at.conversation.shared = aCard();
    at.slack.trouble("chat.update", { error: "is_archived" });
    at.slack.trouble("reply", { error: "internal_error" });
    at.conversation.answer = () => aReply({ audience: "asker", changesShared: true, card: aCard({ title: "" }) });
    await at.ann.press(card, "Vote");
    await eventually(() => at.log.filter(({ text }) => /refused|failed/.test(text)).length === 2, 20_000);
    expect(at.workspace.messages).toEqual([card]);
  });

  it("replaces a draft by the refined one, also when that comes from the form", async () => {
    const actions = [anAction("change", "Change answers")];
    at.conversation.answer = () => aReply({ card: aCard({ actions }) });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    const draft = await at.message(() => true);
    at.conversation.answer = () => ({ kind: "form", form: aForm([BUDGET]), estimateId: "e-1" });
    await at.ann.press(draft, "Change answers");
    await eventually(() => at.workspace.views.size === 1);
    at.conversation.answer = () => aReply({ replaces: true, card: aCard({ fallback: "Refined." }) });
    await at.ann.submit({ budgetUsd: "100" });
    await eventually(() => draft.text === "Refined.");
    expect(at.conversation.intents.at(-1)).toMatchObject({ kind: "submit-form", estimateId: "e-1" });
    expect(at.workspace.messages).toHaveLength(1);
  });

  it("answers mentions and questions in a card's thread, each once, and leaves other talk alone", async () => {
    at.conversation.answer = () => aReply({ audience: "channel" });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    const card = await at.message(({ onlyFor }) => onlyFor === null);
    at.conversation.answer = () => aReply({ audience: "thread", card: aCard({ fallback: "In the thread." }) });

    await at.ann.say(`<@${at.workspace.botUserId}> what if the budget is 100`, "C1", card);
    await at.message(({ text }) => text === "In the thread.");
    await at.ann.say("why not EKS", "C1", card);
    await eventually(() => at.conversation.heard.length === 3);
    await at.ann.say("<@UBOB>", "C1", card);
    await at.ann.say("<@UBOB> why not EKS", "C1", card);
    await at.ann.say("<!here> why not EKS", "C1", card);
    await at.ann.say("<!subteam^S1> why not EKS", "C1", card);
    at.conversation.overhear = async () => null;
    await at.ann.say("aws is down again lol", "C1", card);
    await at.ann.say("lunch?", "C1");
    await at.ann.say("me too", "C1", { ...card, user: "UBOB" });
    await at.ann.say("beep", "C1", card, { bot_id: "BOTHER" });
    await at.ann.say("edited", "C1", card, { subtype: "message_changed" });
    await settled();

    const words = at.conversation.intents.slice(1);
    expect(words).toEqual([
      { kind: "follow-up", text: "what if the budget is 100", estimateId: null },
      { kind: "follow-up", text: "why not EKS", estimateId: null },
    ]);
    expect(at.conversation.heard[1]?.asker).toMatchObject({ channelId: "C1", threadId: card.ts });
    expect(at.workspace.messages.filter(({ threadTs }) => threadTs === card.ts)).toHaveLength(2);
  });

  it("tells whoever asked why there is no answer, and nobody else", async () => {
    at.conversation.answer = () => aReply({ audience: "channel" });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    const card = await at.message(({ onlyFor }) => onlyFor === null);
    at.conversation.answer = () => {
      throw new UserError("The vote is closed.", "A new decision can supersede it.");
    };
    await at.ann.say("vote eks", "C1", card);
    const told = await at.message(({ onlyFor }) => onlyFor === "UANN");
    expect(told).toMatchObject({ threadTs: card.ts, text: "The vote is closed. A new decision can supersede it." });
  });

  it("keeps a draft in somebody's thread private, its buttons too", async () => {
    const actions = [anAction("cost-lines", "Cost lines")];
    at.conversation.answer = () => aReply({ card: aCard({ actions }) });
    const root = at.workspace.add({
      channel: "C1",
      threadTs: null,
      user: "UBOB",
      onlyFor: null,
      text: "Hm",
      blocks: [],
      metadata: null,
    });
    await at.ann.say(`<@${at.workspace.botUserId}> 3 services`, "C1", root);
    const draft = await at.message(({ onlyFor }) => onlyFor === "UANN");
    expect(draft.threadTs).toBe(root.ts);
    await at.ann.press(draft, "Cost lines");
    await eventually(() => at.workspace.messages.filter(({ onlyFor }) => onlyFor === "UANN").length === 2);
    expect(at.conversation.heard.at(-1)?.asker.threadId).toBeNull();
    expect(at.workspace.messages.at(-1)?.threadTs).toBe(root.ts);
  });

  it("answers in direct messages with a message that stays", async () => {
    at.workspace.channel("DANN");
    await at.ann.say("40 services on AWS", "DANN");
    expect(await at.message(() => true)).toMatchObject({ channel: "DANN", onlyFor: null });
    expect(at.conversation.intents).toEqual([{ kind: "follow-up", text: "40 services on AWS", estimateId: null }]);
  });

  it("hears words that come with a file, or are shown in the channel too", async () => {
    at.workspace.channel("DANN");
    await at.ann.say("40 services on AWS", "DANN", null, { subtype: "file_share", files: [{ id: "F1" }] });
    const mention = `<@${at.workspace.botUserId}> compare eks aks`;
    await at.ann.say(mention, "C1", null, { subtype: "thread_broadcast" });
    expect(at.conversation.intents).toMatchObject([{ text: "40 services on AWS" }, { text: "compare eks aks" }]);
  });

  it("helps who only calls its name", async () => {
    await at.ann.say(`<@${at.workspace.botUserId}>`, "C1");
    expect(await at.message(() => true)).toMatchObject({ onlyFor: "UANN", channel: "C1" });
    expect(at.conversation.intents).toEqual([{ kind: "command", text: "help" }]);
  });

  it("opens the form about a message from the message's menu", async () => {
    at.conversation.answer = () => ({ kind: "form", form: aForm([CLOUD]), estimateId: null });
    await at.ann.shortcut("ask_about_message", "we run on <https://aws.amazon.com|AWS>, ask <@U7>", "C1");
    await eventually(() => at.workspace.views.size === 1);
    expect(at.conversation.intents).toEqual([{ kind: "open-form", text: "we run on AWS, ask", estimateId: null }]);
  });

  it("draws the Home tab, and answers its buttons by direct message", async () => {
    const actions = [anAction("open", "Open"), anAction("page", "Older", { value: "c-2" })];
    at.conversation.answer = () => aReply({ replaces: true, card: aCard({ actions }) });
    await at.ann.openHome();
    await eventually(() => at.workspace.homes.get("UANN"));
    expect(at.conversation.intents).toEqual([{ kind: "home", before: null }]);
    await at.ann.pressAtHome("Older");
    await eventually(() => at.slack.callsOf("views.publish").length === 2);
    expect(at.conversation.intents.at(-1)).toEqual({ kind: "press", action: "page", estimateId: "e-1", value: "c-2" });
    at.conversation.answer = () => aReply();
    await at.ann.pressAtHome("Open");
    expect(await at.message(() => true)).toMatchObject({ channel: "DUANN", onlyFor: null });
  });

  it("sends the files of a private answer by direct message", async () => {
    const files = [{ name: "decision.md", mediaType: "text/markdown" as const, text: "# ADR\n" }];
    at.conversation.answer = () => aReply({ card: aCard({ files }) });
    await at.ann.command("/k8s-advise", "decisions", "C1");
    const file = await eventually(() => [...at.workspace.files.values()].find(({ channel }) => channel !== null));
    expect(file).toMatchObject({ name: "decision.md", channel: "DUANN", text: "# ADR\n" });
    const answer = await at.message(({ channel }) => channel === "C1");
    expect(JSON.stringify(answer.blocks)).toContain("In your direct messages with this app: decision.md.");
  });

  it("is ready", () => {
    expect(at.isReady()).toBe(true);
  });
});
