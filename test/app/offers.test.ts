import { beforeAll, describe, expect, it } from "vitest";
import type { Intent, Reply } from "../../src/app/conversation.ts";
import type { Action } from "../../src/cards/card.ts";
import { exported } from "../adapters/store/samples.ts";
import { ADA, aTeam, BEN, cardIn, estimateOf, followed, shared, type Team, told, wordsOf } from "./team.ts";

const QUESTION = "5 services for a startup of three, 300 USD a month";

let team: Team;
beforeAll(async () => {
  team = await aTeam();
});

const overhear = (threadId: string | null, text: string, by = team): Promise<Intent | null> =>
  by.conversation.overhear(text, by.in(BEN, threadId));

/** The offer that those words in the thread bring to Ben. */
async function offer(threadId: string, text: string): Promise<{ title: string; replan: Action; dismiss: Action }> {
  const intent = await overhear(threadId, text);
  if (intent?.kind !== "offer") throw new Error(`no offer for ${text}`);
  const { card, audience } = cardIn(await team.conversation.handle(intent, team.in(BEN, threadId)));
  expect(audience).toBe("asker");
  const [replan, dismiss] = card.actions;
  if (replan === undefined || dismiss === undefined) throw new Error("nothing to press");
  expect(card.actions.map(({ label }) => label)).toEqual(["Replan", "No"]);
  return { title: card.title, replan, dismiss };
}

const press = ({ name, estimateId, value }: Action, threadId: string, change: Partial<Action> = {}): Promise<Reply> => {
  const pressed = { name, estimateId, value, ...change };
  return team.conversation.handle(
    { kind: "press", action: pressed.name, estimateId: pressed.estimateId, value: pressed.value },
    team.in(BEN, threadId),
  );
};

const lengthOf = async (threadId: string) =>
  (await team.store.threads.line(team.tenant, { channelId: "C1", threadId })).length;

describe("Words to nobody", () => {
  it("that ask the advisor something become a follow-up, whoever may not ask it", async () => {
    const { threadId } = await shared(team, QUESTION);
    const text = "decide doks because we know it";
    expect(await overhear(threadId, text)).toEqual({ kind: "follow-up", text, estimateId: null });
    await expect(followed(team, team.in(BEN, threadId), text)).rejects.toThrow("may not record decisions");
  });

  it("that are talk become nothing", async () => {
    const { threadId } = await shared(team, QUESTION);
    expect(await overhear(threadId, "aws is down again lol")).toBeNull();
  });

  it("are nothing where no card owns the thread", async () => {
    await told(team, team.in(BEN), QUESTION);
    expect(await overhear("t-other", "what if the budget is 100")).toBeNull();
    expect(await overhear(null, "what if the budget is 100")).toBeNull();
  });

  it("leave nothing behind, whatever they say", async () => {
    const { threadId } = await shared(team, QUESTION);
    const before = await kept();
    for (const text of ["what if the budget is 100", "we need 40 services", "lol"]) await overhear(threadId, text);
    expect(await kept()).toEqual(before);
  });

  it("are offered nothing where only a public message could be sent", async () => {
    const discord = await aTeam("discord");
    const { threadId } = await shared(discord, QUESTION);
    expect(await overhear(threadId, "we need 40 services", discord)).toBeNull();
    expect(await overhear(threadId, "why not EKS", discord)).toMatchObject({ kind: "follow-up" });
  });
});

describe("An offer", () => {
  it.each([
    ["we need 40 services", "Shall I plan for 40 services?"],
    ["with a GPU", "Shall I plan with GPUs?"],
    ["the budget is 200", "Shall I plan for a budget of 200.00 USD a month?"],
    ["how about Frankfurt", "Shall I plan in Central Europe?"],
    ["with 99.9 % uptime", "Shall I plan for 99.9 % uptime?"],
    ["let's make it 2 clusters", "Shall I plan for 2 clusters?"],
    ["with a 1 year commitment", "Shall I plan with a commitment of 1 year?"],
    ["make it a demo instead", "Shall I plan for a demo?"],
    ["we want to serve 500 GiB a month", "Shall I plan with “Traffic to the internet: 500 GiB a month”?"],
    ["make it 3 nodes of t3.medium", "Shall I plan for 3 × t3.medium?"],
    ["we need 40 services with a GPU in Frankfurt", "Shall I plan for 40 services, with GPUs and in Central Europe?"],
  ])("to %j asks: %s", async (text, question) => {
    const { threadId } = await shared(team, QUESTION);
    expect((await offer(threadId, text)).title).toBe(question);
  });

  it("pressed plans the change in the thread, for all to see", async () => {
    const { threadId } = await shared(team, QUESTION);
    const { replan } = await offer(threadId, "We need 40 services – & 99.9% uptime?");
    const answer = cardIn(await press(replan, threadId));
    expect(answer.audience).toBe("thread");
    expect(wordsOf(answer.card)).toContain("For 40 services and for 99.9 % uptime: DOKS");
    expect((await estimateOf(team, answer.estimateId)).requirement.workload).toMatchObject({ services: 40 });
    expect(await lengthOf(threadId)).toBe(2);
  });

  it("holds while the thread moves on elsewhere, and not where its own words would mean another change", async () => {
    const { threadId } = await shared(team, QUESTION);
    const services = await offer(threadId, "we need 40 services");
    const twice = await offer(threadId, "we need twice the services");
    expect(twice.title).toBe("Shall I plan for 10 services?");
    await followed(team, team.in(ADA, threadId), "in Frankfurt");
    const { requirement } = await estimateOf(team, cardIn(await press(services.replan, threadId)).estimateId);
    expect(requirement).toMatchObject({ region: "eu-central", workload: { services: 40 } });
    await expect(press(twice.replan, threadId)).rejects.toMatchObject({
      message: "The plan in this thread has changed since I offered that.",
      hint: "Say it once more, with a mention of me.",
    });
  });

  it("pressed twice plans once, and says so", async () => {
    const { threadId } = await shared(team, QUESTION);
    const { replan } = await offer(threadId, "we need 40 services");
    await press(replan, threadId);
    await expect(press(replan, threadId)).rejects.toThrow("has changed since");
    expect(await lengthOf(threadId)).toBe(2);
  });

  it("turned down goes, and nothing changes", async () => {
    const { threadId } = await shared(team, QUESTION);
    const { dismiss } = await offer(threadId, "we need 40 services");
    expect(cardIn(await press(dismiss, threadId))).toMatchObject({
      replaces: true,
      card: { title: "Nothing changed." },
    });
    expect(await lengthOf(threadId)).toBe(1);
  });

  it.each([null, "", "%", "%E0%A4%A", "we need 40 services", "decide%20eks%20because%20it%20is%20cheap", "vote%20eks"])(
    "carries words of an offer and nothing else: %j is refused",
    async (value) => {
      const { threadId } = await shared(team, QUESTION);
      const { replan } = await offer(threadId, "we need 40 services");
      await expect(press(replan, threadId, { value })).rejects.toThrow("has changed since");
      expect(await lengthOf(threadId)).toBe(1);
    },
  );

  it("of any words fits Slack's buttons", async () => {
    const { threadId } = await shared(team, QUESTION);
    const longest = `we need 40 services ${"…".repeat(180)}`; // 200 characters, most of them three bytes each
    const { replan } = await offer(threadId, longest);
    expect(replan.value?.length).toBeLessThanOrEqual(2_000); // https://docs.slack.dev/reference/block-kit/block-elements/button-element
  });
});

/** All that the store keeps of the team. */
const kept = () => exported(team.store, team.tenant);
