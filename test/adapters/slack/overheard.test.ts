import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHATTER, QUESTION } from "../../app/chatter.ts";
import { ADA, aTeam, type Team, told } from "../../app/team.ts";
import type { Message } from "../../slack-stand-in/workspace.ts";
import { eventually, joined, onceEach, type Setup } from "./setup.ts";

const receipts = onceEach();
let at: Setup;
let team: Team;
let estimateId: string;
beforeAll(async () => {
  team = await aTeam("slack", "T1");
  at = await joined("signed HTTP", { conversation: team.conversation, receipts });
  estimateId = (await told(team, team.in(ADA), QUESTION)).estimateId;
});
afterAll(() => at.stop());

/** A card of the bot's in the channel, which owns its thread. */
async function aSharedCard(): Promise<Message> {
  const written = { channel: "C1", threadTs: null, user: at.workspace.botUserId, onlyFor: null };
  const card = at.workspace.add({ ...written, text: "The card", blocks: [], metadata: null });
  await team.conversation.posted(team.in(ADA), estimateId, { channelId: "C1", threadId: card.ts });
  return card;
}

const under = (card: Message) => at.workspace.messages.filter(({ threadTs }) => threadTs === card.ts);
const labels = ({ blocks }: Message): string[] =>
  JSON.stringify(blocks).match(/(?<="text":")(?:Replan|No)(?=")/g) ?? [];

describe("Of what people write in a card's thread", () => {
  it("each meets what it asked for, once, and all else silence", async () => {
    at.workspace.admins.add("UANN"); // who may decide
    const met: [string, string][] = [];
    for (const [text] of CHATTER) {
      const card = await aSharedCard();
      await at.ann.say(text, "C1", card);
      met.push([text, outcome(under(card))]);
    }
    expect(met).toEqual(CHATTER);
    expect(at.log.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("talk leaves nothing behind, and asks nothing of Slack", async () => {
    const card = await aSharedCard();
    const asked = () => at.slack.calls.filter(({ method }) => method !== "chat.update").length; // earlier cards are drawn anew
    const before = [receipts.claimed.length, asked()];
    for (const [text, expected] of CHATTER) if (expected === "silence") await at.person("UNEW").say(text, "C1", card); // whom nobody knows yet
    expect([receipts.claimed.length, asked()]).toEqual(before);
  });

  it("words are not read a second time when Slack sends them again", async () => {
    const card = await aSharedCard();
    const [event = {}] = await at.ann.say("we need 40 services", "C1", card);
    await at.ann.redeliver(event, 1);
    expect(under(card)).toHaveLength(1);
  });

  /** An offer is one message for the writer alone; an answer is for all, or for the writer where it refuses. */
  function outcome(replies: Message[]): string {
    if (replies.length === 0) return "silence";
    const [reply] = replies;
    if (replies.length > 1 || reply === undefined) return `${replies.length} messages`;
    return labels(reply).includes("Replan") && reply.onlyFor === "UANN" ? "offer" : "answer";
  }
});

describe("An offer", () => {
  const offered = async (card: Message): Promise<Message> => {
    await at.ann.say("we need 40 services", "C1", card);
    return eventually(() => under(card)[0]);
  };

  it("is for the writer alone, and says so", async () => {
    const offer = await offered(await aSharedCard());
    expect(offer).toMatchObject({ onlyFor: "UANN", text: "Shall I plan for 40 services?" });
    expect(labels(offer)).toEqual(["Replan", "No"]);
  });

  it("pressed goes, and the plan comes for all to see", async () => {
    const card = await aSharedCard();
    await at.ann.press(await offered(card), "Replan");
    const answer = await eventually(() => under(card).find(({ onlyFor }) => onlyFor === null));
    expect(JSON.stringify(answer.blocks)).toContain("40 services");
    expect(under(card)).toEqual([answer]);
  });

  it("turned down goes, and nothing else happens", async () => {
    const card = await aSharedCard();
    await at.ann.press(await offered(card), "No");
    await eventually(() => under(card).length === 0);
  });

  it("that no longer holds goes, with a word why", async () => {
    const card = await aSharedCard();
    const offer = await offered(card);
    await at.ann.say("what if we had 40 services", "C1", card);
    await at.ann.press(offer, "Replan");
    const why = await eventually(() => under(card).find(({ text }) => text.startsWith("The plan in this thread")));
    expect(why.onlyFor).toBe("UANN");
    expect(under(card)).not.toContain(offer);
  });
});
