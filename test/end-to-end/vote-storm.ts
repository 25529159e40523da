import { setTimeout as sleep } from "node:timers/promises";
import { openStore } from "../../src/adapters/store/open.ts";
import type { Address } from "../adapters/store/processes.ts";
import type { Message } from "../slack-stand-in/workspace.ts";
import { insisting, type Running } from "./running.ts";
import { CHANNEL, choicesOf, type SlackTeam, sharedCard, slackTeam, TEAM } from "./slack-team.ts";

const LANES = 6; // presses under way at once
const LATE_MS = 2_400; // an acknowledgement after that may come before the vote is kept: Slack waits no longer

/** A press of the vote menu; pressed again as it was when Slack did not hear of it. */
interface Press {
  person: string;
  choice: { label: string; value: string };
  second: string;
}

export interface Storm {
  acknowledged: number;
  late: number; // acknowledged because Slack would not have waited
  pressedAgain: number; // not acknowledged before a kill
  lost: string[]; // people whose acknowledged vote is not in the tally
  twice: string[]; // people who are in the tally more than once
  surplusAnswers: number; // answers in the thread beyond one a press
}

/**
 * Lets people vote on a shared card without end, each for one platform and then another, kills the process in the middle
 * `kills` times, starts it again, and counts.
 */
export async function voteStorm(address: Address, kills: number): Promise<Storm> {
  const team = await slackTeam();
  try {
    let process = await team.start(address);
    const card = await sharedCard(team, team.person("UANN", process), "3 services, 300 a month");
    const tally = new Tally(choicesOf(card, "Vote…"));
    for (let round = 0; round <= kills; round++) {
      const storm = Promise.all(Array.from({ length: LANES }, () => lane(team, process, card, tally)));
      await sleep(500 + Math.random() * 1_500);
      if (round === kills) tally.isOver = true;
      else await process.kill();
      await storm;
      if (round < kills) process = await team.start(address);
    }
    await drain(team, process, card, tally);
    await process.stop();
    return await counted(address, team, card, tally);
  } finally {
    await team.stop();
  }
}

/** What was pressed, and what Slack heard of it. */
class Tally {
  readonly expected = new Map<string, string>(); // each person's last acknowledged vote
  readonly again: Press[] = [];
  readonly figures = { acknowledged: 0, late: 0, pressedAgain: 0 };
  isOver = false;
  presses = 0;
  private readonly choices: Press["choice"][];
  private waiting: Press[] = [];

  constructor(choices: Press["choice"][]) {
    if (choices.length < 2) throw new Error("there is nothing to choose between");
    this.choices = choices;
  }

  /** One that Slack did not hear of; else the second vote of whoever cast a first; else somebody new. */
  next(): Press {
    const press = this.again.shift() ?? this.waiting.shift() ?? this.press(`U${this.presses}`);
    return press;
  }

  heardOf(press: Press, ms: number): void {
    this.figures.acknowledged += 1;
    if (ms > LATE_MS) {
      this.figures.late += 1;
      return;
    }
    if (!this.expected.has(press.person)) this.waiting.push(this.press(press.person));
    this.expected.set(press.person, press.choice.value);
  }

  /** Slack heard nothing: whether the vote was kept is open until it is pressed again. */
  unheard(press: Press): void {
    this.figures.pressedAgain += 1;
    this.expected.delete(press.person);
    this.again.push(press);
  }

  private press(person: string): Press {
    const choice = this.choices[this.presses % this.choices.length] ?? { label: "", value: "" };
    this.presses += 1;
    return { person, choice, second: String(this.presses * 10) }; // far apart: no two are a double click
  }
}

async function lane(team: SlackTeam, process: Running, card: Message, tally: Tally): Promise<void> {
  while (!tally.isOver) if (!(await vote(team, process, card, tally))) return;
}

async function drain(team: SlackTeam, process: Running, card: Message, tally: Tally): Promise<void> {
  await insisting(async () => {
    while (tally.again.length > 0) {
      if (!(await vote(team, process, card, tally))) throw new Error("a vote could not be cast");
    }
  });
}

/** Whether Slack heard of it. */
async function vote(team: SlackTeam, process: Running, card: Message, tally: Tally): Promise<boolean> {
  const press = tally.next();
  const started = performance.now();
  try {
    const { person, choice, second } = press;
    const { status } = await team.person(person, process).press(card, "Vote…", choice.label, second);
    if (status !== 200) throw new Error(`Slack was answered ${status}`);
    tally.heardOf(press, performance.now() - started);
    return true;
  } catch {
    tally.unheard(press);
    return false;
  }
}

async function counted(address: Address, team: SlackTeam, card: Message, tally: Tally): Promise<Storm> {
  const store = await openStore({ ...address, tokenKey: null, clock: { now: () => new Date() } });
  const { votes } = await store.votes.tally(TEAM, { channelId: CHANNEL, threadId: card.ts });
  await store.close();
  const cast = votes.flatMap(({ platform, people }) => people.map(({ id }) => ({ id, platform })));
  const found = new Map(cast.map(({ id, platform }) => [id, platform]));
  return {
    ...tally.figures,
    lost: [...tally.expected].filter(([id, platform]) => found.get(id) !== platform).map(([id]) => id),
    twice: cast.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at),
    surplusAnswers: Math.max(0, team.under(card).length - tally.presses),
  };
}

/** A storm's figures in one line. */
export const stormWords = (kills: number, storm: Storm): string =>
  `${kills} kills, ${storm.acknowledged} votes acknowledged (${storm.late} late), ${storm.pressedAgain} pressed again, ` +
  `${storm.lost.length} lost, ${storm.twice.length} counted twice, ${storm.surplusAnswers} answered twice`;
