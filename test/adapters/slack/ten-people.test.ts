import { afterAll, beforeAll, expect, it } from "vitest";
import { QUESTION } from "../../app/chatter.ts";
import { aTeam, type Team } from "../../app/team.ts";
import { ADMINS, BROKEN_FILES, HOUR, type Line, type Name, PEOPLE } from "../../app/ten-people.ts";
import type { SlackPerson } from "../../slack-stand-in/person.ts";
import type { Message } from "../../slack-stand-in/workspace.ts";
import { eventually, joined, type Setup } from "./setup.ts";

const MINUTE_MS = 60_000;

let at: Setup;
let team: Team;
let people: Map<Name, SlackPerson>;
beforeAll(async () => {
  team = await aTeam("slack", "T1");
  at = await joined("signed HTTP", { conversation: team.conversation });
  people = new Map(PEOPLE.map((name) => [name, at.person(idOf(name))]));
  for (const name of ADMINS) at.workspace.admins.add(idOf(name));
  for (const [name, bytes] of Object.entries(BROKEN_FILES)) at.slack.downloads.set(name, { type: "text/plain", bytes });
});
afterAll(() => at.stop());

const idOf = (name: Name) => `U${name.toUpperCase()}`;
const person = (name: Name): SlackPerson => people.get(name) ?? at.ann;
const attached = (name: keyof typeof BROKEN_FILES) => ({
  name,
  size: BROKEN_FILES[name].length,
  url_private_download: `${at.slack.origin}/files/${name}`,
});

async function sharedCard(): Promise<Message> {
  await person("ada").command("/k8s-advise", QUESTION, "C1");
  const draft = await at.message(({ onlyFor }) => onlyFor === idOf("ada"));
  await person("ada").press(draft, "Share");
  return at.message(({ onlyFor, threadTs }) => onlyFor === null && threadTs === null);
}

/** Writes the line and says what came of it. Slack is acknowledged once an event was answered. */
async function outcome({ who, says, mentions, file }: Line, card: Message): Promise<string> {
  const before = new Set(at.workspace.messages);
  const text = mentions ? `<@${at.workspace.botUserId}> ${says}` : says;
  await person(who).say(text, "C1", card, file === null ? {} : { subtype: "file_share", files: [attached(file)] });
  const came = at.workspace.messages.filter((message) => !before.has(message));
  if (came.some(({ threadTs }) => threadTs !== card.ts)) return "an answer elsewhere";
  if (came.length === 0) return "nothing";
  if (came.every(({ onlyFor }) => onlyFor === null)) return "answer";
  const [alone, ...others] = came;
  if (others.length > 0 || alone?.onlyFor !== idOf(who)) return "an answer to somebody else";
  return JSON.stringify(alone.blocks).includes("Replan") ? "offer" : "refusal";
}

it("gives ten people an hour long what they asked for, and nothing else", async () => {
  const card = await sharedCard();
  const met: [string, string][] = [];
  let minute = 0;
  for (const line of HOUR) {
    team.wait((line.minute - minute) * MINUTE_MS);
    minute = line.minute;
    met.push([line.says, await outcome(line, card)]);
  }
  expect(met).toEqual(HOUR.map(({ says, meets }) => [says, meets]));

  const thread = { channelId: "C1", threadId: card.ts };
  const { items: decisions } = await team.store.decisions.list(team.tenant, { limit: 10, before: null });
  expect(decisions.map(({ platform, by }) => [platform, by.id])).toEqual([
    ["doks", "UADA"],
    ["aks", "UBEN"],
    ["doks", "UADA"],
    ["eks", "UBEN"],
    ["doks", "UADA"],
  ]);
  expect(decisions.filter(({ supersededBy }) => supersededBy === null)).toEqual([decisions[0]]);
  const tally = await team.store.votes.tally(team.tenant, thread);
  expect(tally.votes.map(({ platform, people: by }) => [platform, by.map(({ id }) => id).sort()])).toEqual([
    ["doks", ["UFAY", "UGUS", "UHANA"]],
  ]);
  const line = await team.store.threads.line(team.tenant, thread);
  expect(line.map(({ kind, text, by }) => [kind, text, by.id])).toEqual([
    ["opened", null, "UADA"],
    ["changed", "what if we had 12 services?", "UADA"],
    ["changed", "what if the budget is 500", "UELI"],
    ["changed", "with a GPU", "UHANA"],
    ["undone", "undo", "UIVO"],
  ]);
  expect(at.log.filter(({ level }) => level === "error")).toEqual([]);
});

it("says at a form's field what is wrong with a broken file", async () => {
  const gus = person("gus");
  await gus.command("/k8s-advise", "", "C1");
  await eventually(() => at.workspace.views.size === 1);
  const errors = async (name: keyof typeof BROKEN_FILES) => (await gus.submit({ manifest: [attached(name)] })).body;
  const [loop, quotes, photo] = await Promise.all([errors("loop.yaml"), errors("quotes.yaml"), errors("photo.jpg")]);
  expect([loop, quotes, photo]).toMatchObject([
    { errors: { manifest: expect.stringContaining("in itself") } },
    { errors: { manifest: expect.stringContaining("neither YAML nor JSON") } },
    { errors: { manifest: expect.stringContaining("not a text file") } },
  ]);
});
