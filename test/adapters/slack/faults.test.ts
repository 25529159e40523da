import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UnavailableError } from "../../../src/core/errors.ts";
import { httpLink } from "../../slack-stand-in/links.ts";
import {
  aCard,
  aChart,
  aFold,
  aForm,
  anAction,
  aReply,
  aTable,
  BUDGET,
  eventually,
  joined,
  type Setup,
  SIGNING_SECRET,
  settled,
} from "./setup.ts";

let at: Setup;
beforeEach(async () => {
  at = await joined("signed HTTP");
});
afterEach(() => at.stop());

const share = { audience: "channel" as const, card: aCard({ actions: [anAction("vote", "Vote", { value: "doks" })] }) };

describe("who is let in", () => {
  it("refuses a wrong signature and an old timestamp", async () => {
    const event = {
      type: "event_callback",
      team_id: "T1",
      event_id: "Ev1",
      event: { type: "app_home_opened", user: "UANN" },
    };
    const events = `${at.url}/slack/events`;
    expect((await httpLink(events, "another secret").send("events_api", event)).status).toBe(401);
    expect((await httpLink(events, SIGNING_SECRET, 301).send("events_api", event)).status).toBe(401);
    expect((await httpLink(events, SIGNING_SECRET, 240).send("events_api", event)).status).toBe(200);
    await eventually(() => at.conversation.heard.length === 1);
  });

  it.each([
    ["290 s", -290, 200],
    ["305 s", -305, 401],
  ])("answers what was signed by a clock %s ahead of ours with %i", async (_ahead, ageSeconds, status) => {
    const event = { type: "url_verification", challenge: "c" };
    const link = httpLink(`${at.url}/slack/events`, SIGNING_SECRET, ageSeconds);
    expect((await link.send("events_api", event)).status).toBe(status);
  });

  it("knows no other paths", async () => {
    expect((await fetch(`${at.url}/slack/install`)).status).toBe(404);
    expect((await fetch(`${at.url}/slack/events`)).status).toBe(404);
  });

  it("asks in the presser's own workspace, whatever card a button names", async () => {
    at.conversation.answer = () => aReply(share);
    await at.ann.command("/k8s-advise", "mvp", "C1");
    const card = await at.message(() => true);
    const elsewhere = at.slack.workspace("T2");
    await at.person("UEVE", elsewhere).press(card, "Vote");
    await eventually(() => at.conversation.heard.length === 2);
    expect(at.conversation.heard[1]?.asker.tenant).toEqual({ shell: "slack", id: "T2" });
  });

  it.each([
    ["person", { user: { id: "UEVE" } }],
    ["workspace", { team: { id: "T2" } }],
  ])("takes a form only from the %s that opened it", async (_, forged) => {
    at.conversation.answer = () => ({ kind: "form", form: aForm([BUDGET]), estimateId: "e-1" });
    await at.ann.command("/k8s-advise", "", "C1");
    await eventually(() => at.workspace.views.size === 1);
    const ack = await at.ann.submit({}, forged);
    expect(JSON.stringify(ack.body)).toContain("out of date");
    expect(at.conversation.intents).toHaveLength(1);
  });

  it("keeps the reply address in a form's metadata sealed, and only ids beside it", async () => {
    at.conversation.answer = () => ({ kind: "form", form: aForm([BUDGET]), estimateId: "e-1" });
    await at.ann.command("/k8s-advise", "", "C1");
    const open = await eventually(() => [...at.workspace.views.values()][0]);
    const metadata = JSON.parse(String(open.view["private_metadata"]));
    expect(metadata).toEqual({
      team: "T1",
      user: "UANN",
      channel: "C1",
      thread: null,
      estimate: "e-1",
      draft: false,
      reply: expect.any(String),
    });
    expect(Buffer.from(metadata.reply, "base64url").toString("latin1")).not.toContain("/reply/");
  });
});

describe("once", () => {
  it("answers a redelivered event once", async () => {
    at.conversation.answer = () => aReply(share);
    const [event = {}] = await at.ann.say(`<@${at.workspace.botUserId}> mvp`, "C1");
    await at.message(() => true);
    for (const retry of [1, 2, 3]) expect((await at.ann.redeliver(event, retry)).status).toBe(200);
    await settled();
    expect(at.conversation.heard).toHaveLength(1);
    expect(at.workspace.messages).toHaveLength(1);
  });

  it("answers a double click once, and the same button later again", async () => {
    at.conversation.answer = () => aReply(share);
    await at.ann.command("/k8s-advise", "mvp", "C1");
    const card = await at.message(() => true);
    const press = (second: string) => at.ann.press(card, "Vote", undefined, second);
    await Promise.all([press("1000.1"), press("1002.0")]); // 1.9 s apart over the edge of a stretch
    await settled();
    expect(at.workspace.messages).toHaveLength(1 + 1);
    await press("1006.0");
    await settled();
    expect(at.workspace.messages).toHaveLength(1 + 2);
    await at.person("UBOB").press(card, "Vote", undefined, "1000.2");
    await eventually(() => at.workspace.messages.length === 1 + 3);
  });

  it("answers a form sent twice once", async () => {
    at.conversation.answer = () => ({ kind: "form", form: aForm([BUDGET]), estimateId: null });
    await at.ann.command("/k8s-advise", "", "C1");
    await eventually(() => at.workspace.views.size === 1);
    at.conversation.answer = () => aReply();
    await Promise.all([at.ann.submit({ budgetUsd: "50" }), at.ann.submit({ budgetUsd: "50" })]);
    await settled();
    expect(at.workspace.messages).toHaveLength(1);
  });
});

describe("when Slack is in trouble", () => {
  it("waits as long as Slack asks, and calls again", async () => {
    at.slack.trouble("chat.postMessage", { status: 429, retryAfter: 1 });
    at.conversation.answer = () => aReply(share);
    await at.ann.command("/k8s-advise", "mvp", "C1");
    await at.message(({ onlyFor }) => onlyFor === null);
    expect(at.slack.callsOf("chat.postMessage")).toHaveLength(2);
  });

  it("tells the person when Slack asks for more patience than that", async () => {
    at.slack.trouble("chat.postMessage", { status: 429, retryAfter: 600 });
    at.conversation.answer = () => aReply(share);
    await at.ann.command("/k8s-advise", "mvp", "C1");
    const told = await at.message(() => true);
    expect(told.text).toBe("Slack is letting nothing more through just now. Please try again in a minute.");
    expect(at.slack.callsOf("chat.postMessage")).toHaveLength(1);
  });

  it("tries three times on server errors, then tells the person", async () => {
    at.slack.trouble("chat.postMessage", { status: 503 }, { status: 500 }, { status: 502 });
    at.conversation.answer = () => aReply(share);
    await at.ann.command("/k8s-advise", "mvp", "C1");
    expect((await at.message(() => true)).text).toBe("Slack is not answering. Please try again in a minute.");
    expect(at.slack.callsOf("chat.postMessage")).toHaveLength(3);
    at.slack.trouble("chat.postMessage", { status: 503 });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    await at.message(({ onlyFor }) => onlyFor === null);
  });

  it("gives up a call that hangs, and calls again", async () => {
    at.slack.trouble("chat.postMessage", "hang");
    at.conversation.answer = () => aReply(share);
    await at.ann.command("/k8s-advise", "mvp", "C1");
    await eventually(() => at.workspace.messages.length === 1, 12_000);
  });

  it("takes a name from the event when Slack does not say who it is, and makes nobody an admin", async () => {
    at.workspace.admins.add("UANN");
    at.slack.trouble("users.info", { error: "missing_scope" });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    await at.message(() => true);
    expect(at.conversation.heard[0]?.asker.person).toMatchObject({ name: "uann", isAdmin: false });
  });

  it("asks for user groups again after Slack did not answer", async () => {
    at.workspace.groups.set("S1", ["UANN"]);
    at.slack.trouble("usergroups.list", { status: 429, retryAfter: 60 });
    for (const ask of ["mvp", "demo"]) {
      const before = at.conversation.heard.length;
      await at.ann.command("/k8s-advise", ask, "C1");
      await eventually(() => at.conversation.heard.length > before);
    }
    expect(at.conversation.heard.map(({ asker }) => asker.person.groups)).toEqual([[], ["S1"]]);
  });

  it("does without user groups where the plan has none", async () => {
    at.slack.trouble("usergroups.list", { error: "paid_teams_only" });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    await at.message(() => true);
    expect(at.conversation.heard[0]?.asker.person).toMatchObject({ name: "Name of UANN", groups: [] });
  });

  it("goes another way when the reply address has expired: ephemeral, then a direct message", async () => {
    at.workspace.channel("C2", { botIsMember: false });
    for (const [channel, arrives] of [
      ["C1", "C1"],
      ["C2", "DUANN"],
    ] as const) {
      at.conversation.answer = () => {
        at.workspace.expireReplies();
        return aReply({ card: aCard({ fallback: `Asked in ${channel}.` }) });
      };
      await at.ann.command("/k8s-advise", "mvp", channel);
      const answer = await at.message(({ text }) => text === `Asked in ${channel}.`);
      expect(answer.channel).toBe(arrives);
    }
  });

  it("says it in a modal to a person it cannot message at all", async () => {
    at.workspace.unreachable.add("UANN");
    at.conversation.answer = () => aReply({ replaces: true, card: aCard({ actions: [anAction("open", "Open")] }) });
    await at.ann.openHome();
    await eventually(() => at.workspace.homes.get("UANN"));
    at.conversation.answer = () => aReply();
    await at.ann.pressAtHome("Open");
    const open = await eventually(() => [...at.workspace.views.values()][0]);
    expect(JSON.stringify(open.view)).toContain("I cannot send you direct messages.");
  });

  it("says that an archived channel takes no cards", async () => {
    at.workspace.channel("C1", { archived: true });
    at.conversation.answer = () => aReply(share);
    await at.ann.command("/k8s-advise", "mvp", "C1");
    expect((await at.message(() => true)).text).toContain("This channel is archived");
  });

  it("draws a card with older blocks where the newer are refused", async () => {
    const chart = aChart(["DOKS", "EKS"], [{ name: "nodes", values: [36, 109.5] }]);
    at.slack.trouble("reply", { error: "invalid_blocks" }, { error: "invalid_blocks" });
    at.conversation.answer = () => aReply({ card: aCard({ sections: [aTable([["nodes", "36.00"]]), chart] }) });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    const { blocks } = await at.message(() => true);
    expect(blocks.map((block) => (block as { type: string }).type)).toEqual(["header", ...Array(3).fill("rich_text")]);
    expect(JSON.stringify(blocks)).toContain("nodes  36.00");
    expect(JSON.stringify(blocks)).toContain("EKS   109.50  ████████████████████");
  });

  it("unfolds a part where containers are refused", async () => {
    at.slack.trouble("reply", { error: "invalid_blocks" });
    at.conversation.answer = () => aReply({ card: aCard({ sections: [aFold([aTable([["nodes", "36.00"]])])] }) });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    const { blocks } = await at.message(() => true);
    expect(blocks.map((block) => (block as { type: string }).type)).toEqual([
      "header",
      "rich_text",
      "rich_text",
      "table",
    ]);
  });
});

describe("when we are in trouble", () => {
  it("says a reference and logs it with the cause, and nothing that was typed", async () => {
    at.conversation.answer = () => {
      throw new TypeError("boom");
    };
    await at.ann.command("/k8s-advise", "a secret plan", "C1");
    const { text } = await at.message(() => true);
    const reference = /reference ([0-9a-f]{8})\.$/.exec(text)?.[1];
    const line = at.log.find(({ fields }) => fields["reference"] === reference);
    expect(line).toMatchObject({ level: "error", text: "answering failed", fields: { err: expect.any(TypeError) } });
    expect(JSON.stringify(at.log)).not.toMatch(/secret plan|xoxb/);
  });

  it("says in words what we depend on and fails, with the reference", async () => {
    at.conversation.answer = () => {
      throw new UnavailableError("The disk is full.", "Make room.", { cause: new Error("SQLITE_FULL") });
    };
    await at.ann.command("/k8s-advise", "a plan", "C1");
    const { text } = await at.message(() => true);
    expect(text).toMatch(/The disk is full\. Make room\. Reference: [0-9a-f]{8}\.$/);
  });

  it("keeps a form open with what was typed", async () => {
    at.conversation.answer = () => ({ kind: "form", form: aForm([BUDGET]), estimateId: null });
    await at.ann.command("/k8s-advise", "", "C1");
    await eventually(() => at.workspace.views.size === 1);
    at.conversation.answer = () => {
      throw new TypeError("boom");
    };
    const ack = await at.ann.submit({ budgetUsd: "50" });
    expect(ack.body).toMatchObject({
      response_action: "errors",
      errors: { budgetUsd: expect.stringContaining("reference") },
    });
  });

  it("lets go of an event it cannot read", async () => {
    const ack = await at.ann.event({ type: "message", channel: "C1" });
    expect(ack.status).toBe(200);
    await eventually(() => at.log.length > 0);
    expect(at.conversation.heard).toEqual([]);
  });
});

describe("whatever the text", () => {
  const long = `${"A long answer. ".repeat(2_800)}The end.`; // 42 008 characters

  it("brings 42 000 characters whole, in the thread", async () => {
    at.conversation.answer = () => aReply({ ...share, card: aCard({ sections: [{ kind: "text", text: long }] }) });
    await at.ann.command("/k8s-advise", long, "C1");
    const messages = await eventually(() => {
      const { messages } = at.workspace;
      return JSON.stringify(messages.at(-1)?.blocks ?? "").includes("The end.") && messages;
    });
    const [root, ...rest] = messages;
    expect(rest.length).toBeGreaterThan(2);
    expect(rest.every(({ threadTs }) => threadTs === root?.ts)).toBe(true);
    expect(JSON.stringify(messages.map(({ blocks }) => blocks)).match(/A long answer/g)).toHaveLength(2_800);
  });

  it("brings them whole in private too, past the five uses of a reply address", async () => {
    at.conversation.answer = () => aReply({ card: aCard({ sections: [{ kind: "text", text: long + long }] }) });
    await at.ann.command("/k8s-advise", "long", "C1");
    const messages = await eventually(() => {
      const all = JSON.stringify(at.workspace.messages.map(({ blocks }) => blocks));
      return (all.match(/The end\./g)?.length ?? 0) === 2 && at.workspace.messages;
    });
    expect(messages.every(({ onlyFor }) => onlyFor === "UANN")).toBe(true);
    expect(at.slack.callsOf("reply")).toHaveLength(5);
  });

  it("pings nobody, whatever it repeats", async () => {
    const nasty = "<!channel> <@U7> *b* `c` <https://evil.example|bank> &lt; \u202Egnp.exe 👩‍👩‍👧 שלום \ud83d";
    const card = aCard({
      title: nasty,
      fallback: nasty,
      sections: [
        { kind: "text", text: [nasty, { text: nasty, mark: "code" }, { text: nasty, href: "javascript:alert(1)" }] },
        { kind: "facts", facts: [{ label: nasty, value: nasty }] },
        { kind: "list", title: nasty, tone: "warning", items: [nasty] },
        aTable([[nasty, nasty]]),
        { kind: "footer", text: nasty },
      ],
      actions: [anAction("share", nasty.slice(0, 75))],
    });
    at.conversation.answer = () => aReply({ ...share, card });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    const message = await at.message(() => true);
    const all = JSON.stringify(message);
    expect(all).not.toMatch(/<[!@#]/);
    expect(all).not.toMatch(/"type":"(mrkdwn|link|user|broadcast)"/);
    expect(all).not.toContain("\u202E");
    expect(message.text).toContain("&lt;!channel&gt;");
    expect(all).toContain("👩‍👩‍👧 שלום");
  });
});
