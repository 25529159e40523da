import type { Store } from "../../src/adapters/store/open.ts";
import { CHANNEL, type SlackTeam, TEAM } from "../end-to-end/slack-team.ts";
import type { Message } from "../slack-stand-in/workspace.ts";

/** Something that somebody did, and whether Slack was told that it was taken. Asked for alone: by one person, once. */
export interface Act {
  kind: "price" | "share" | "vote" | "decide" | "file";
  person: string;
  value: string;
  acknowledged: boolean;
  ms: number;
}

/** An acknowledgement after that may come before a vote is kept: Slack waits no longer. */
const LATE_MS = 2_400;

export interface Verdict {
  acts: number;
  acknowledged: number;
  refused: number; // neither acknowledged nor kept: Slack told the person so
  slowestMs: number;
  lost: string[]; // acknowledged and not answered
  publicTwice: string[]; // parts of answers for all that were posted more than once
  privateTwice: number; // answers to one person that came more than once
  standing: number; // decisions that nothing superseded, of the thread that was decided on; 0 where none was recorded
  decided: number; // decisions that were recorded
  votesWrong: string[];
}

/** What is to be so once everything has come to its end. */
export async function judged(
  history: readonly Act[],
  { workspace }: SlackTeam,
  store: Store,
  threads: { voted: Message; decided: Message },
): Promise<Verdict> {
  const acknowledged = history.filter((act) => act.acknowledged);
  const { votes } = await store.votes.tally(TEAM, { channelId: CHANNEL, threadId: threads.voted.ts });
  const { items } = await store.decisions.list(TEAM, { limit: 1_000, before: null });
  const onThread = items.filter(({ thread }) => thread?.threadId === threads.decided.ts);
  return {
    acts: history.length,
    acknowledged: acknowledged.length,
    refused: history.length - acknowledged.length,
    slowestMs: Math.round(Math.max(0, ...acknowledged.map(({ ms }) => ms))),
    lost: acknowledged
      .filter((act) => !isAnswered(act, workspace.messages))
      .map(({ kind, person }) => `${kind} ${person}`),
    publicTwice: repeated(workspace.messages.filter(({ onlyFor }) => onlyFor === null).flatMap(markOf)),
    privateTwice: history.filter((act) => act.kind === "price" && answersTo(act, workspace.messages).length > 1).length,
    standing: onThread.filter(({ supersededBy }) => supersededBy === null).length,
    decided: onThread.length,
    votesWrong: wrongVotes(
      acknowledged.filter((act) => answersTo(act, workspace.messages).length === 0), // else told that it was not taken
      votes,
    ),
  };
}

/** Answers by themselves tell who was answered: each person asked one thing. A vote and a decision are judged by the store. */
export function isAnswered(act: Act, messages: readonly Message[]): boolean {
  return act.kind === "price" || act.kind === "share" ? answersTo(act, messages).length > 0 : true;
}

const answersTo = ({ person }: Act, messages: readonly Message[]): Message[] =>
  messages.filter(({ onlyFor, text }) => onlyFor === person && text !== "Working on it…");

/** Every message for all is marked with the answer and the part of it that it is. */
function markOf({ metadata }: Message): string[] {
  const payload = (metadata as { event_payload?: { answer?: string; part?: number } } | null)?.event_payload;
  return payload?.answer === undefined ? [] : [`${payload.answer} ${payload.part}`];
}

const repeated = (marks: string[]): string[] => [...new Set(marks.filter((mark, at) => marks.indexOf(mark) !== at))];

/** People whose last vote was acknowledged in time and is not what is counted, and people who are counted twice. */
function wrongVotes(
  acknowledged: readonly Act[],
  votes: readonly { platform: string; people: { id: string }[] }[],
): string[] {
  const cast = votes.flatMap(({ platform, people }) => people.map(({ id }) => ({ id, platform })));
  const counted = new Map(cast.map(({ id, platform }) => [id, platform]));
  const twice = cast.filter(({ id }, at) => cast.findIndex((other) => other.id === id) !== at).map(({ id }) => id);
  const wrong = acknowledged
    .filter(({ kind, ms }) => kind === "vote" && ms <= LATE_MS)
    .filter(({ person, value }) => counted.get(person) !== value)
    .map(({ person }) => person);
  return [...twice, ...wrong];
}
