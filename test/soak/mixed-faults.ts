import { setTimeout as sleep } from "node:timers/promises";
import { storeOn } from "../../src/adapters/store/open.ts";
import { LEASE_MS } from "../../src/app/ports/job-queue.ts";
import type { SharedEngine } from "../adapters/store/engines.ts";
import { CHANNEL, choicesOf, type SlackTeam, sharedCard, slackTeam } from "../end-to-end/slack-team.ts";
import type { Ack } from "../slack-stand-in/links.ts";
import type { Message } from "../slack-stand-in/workspace.ts";
import { type DatabaseFaults, databaseFaults } from "./database-faults.ts";
import { type Act, isAnswered, judged, type Verdict } from "./history.ts";
import { type Replicas, startReplicas } from "./replicas.ts";

export interface Storm {
  seconds: number;
  clocksAheadMs: readonly number[]; // of each replica
  kills: boolean;
  everyMs: number; // between two faults
}

const LANES = 6; // acts under way at once
const SLOW_MS = 3_000; // the longest that Slack takes for a call while it is slow
const LOCK_MS = 1_500;
const BROKEN_FILES = ["items: &a [*a]", "? ".repeat(290), '"'.repeat(100_000), "{{ x }}".repeat(10_000), "\u0000"];

/** People ask, share, vote, decide and attach broken files while everything fails; then what they got is judged. */
export async function mixedFaults(engine: SharedEngine, storm: Storm): Promise<Verdict> {
  const team = await slackTeam();
  const replicas = await startReplicas(team, engine.address, storm.clocksAheadMs);
  const faults = await databaseFaults(engine);
  try {
    const threads = await openThreads(team, replicas);
    const history: Act[] = [];
    const end = Date.now() + storm.seconds * 1_000;
    await faults.failDone();
    const lanes = Array.from({ length: LANES }, (_, lane) => actUntil(end, lane, team, replicas, threads, history));
    await Promise.all([...lanes, failUntil(end, storm, team, replicas, faults)]);
    await faults.mend();
    team.slack.slowMs = 0;
    await untilAnswered(history, team, faults);
    const store = storeOn(faults.database, { tokenKey: null, clock: { now: () => new Date() } });
    return await judged(history, team, store, threads);
  } finally {
    await replicas.stop();
    await faults.database.close();
    await team.stop();
  }
}

/** A card to vote on and a card to decide on, which closes its votes. */
async function openThreads(team: SlackTeam, replicas: Replicas): Promise<{ voted: Message; decided: Message }> {
  const voted = await sharedCard(team, team.person("UANN", await replicas.pick()), "3 services, 300 a month");
  const before = new Set(team.workspace.messages);
  const bob = team.person("UBOB", await replicas.pick());
  await bob.command("/k8s-advise", "5 services, 400 a month", CHANNEL);
  const draft = await team.message(({ onlyFor, blocks }) => onlyFor === "UBOB" && blocks.length > 3);
  await bob.press(draft, "Share");
  const decided = await team.message(
    (message) => !before.has(message) && message.onlyFor === null && message.threadTs === null,
  );
  return { voted, decided };
}

async function actUntil(
  end: number,
  lane: number,
  team: SlackTeam,
  replicas: Replicas,
  { voted, decided }: { voted: Message; decided: Message },
  history: Act[],
): Promise<void> {
  const choices = choicesOf(voted, "Vote…");
  for (let turn = 8 + lane; Date.now() < end; turn += 1) {
    const id = `U${lane}x${turn}`;
    const person = team.person(id, await replicas.pick());
    const choice = choices[turn % choices.length] ?? { label: "", value: "" };
    const note = async (kind: Act["kind"], value: string, act: () => Promise<Ack | undefined>) =>
      void history.push({ kind, person: id, value, ...(await timed(act)) });
    if (turn % 8 === 0) await share(team, replicas, id, note);
    else if (turn % 8 === 1)
      await note("decide", "", async () => {
        const words = `<@${team.workspace.botUserId}> decide doks because it is cheap, ${turn}`;
        await team.person("UANN", await replicas.pick()).say(words, CHANNEL, decided);
        return { status: 200, body: null };
      });
    else if (turn % 8 === 2) await sendBrokenFile(team, person, turn, note);
    else if (turn % 2 === 1)
      await note("vote", choice.value, () =>
        person.press(voted, "Vote…", choice.label, String((lane + 1) * 1e6 + turn * 10)),
      );
    else await note("price", "", () => person.command("/k8s-price", "eks control plane", CHANNEL));
  }
}

type Note = (kind: Act["kind"], value: string, act: () => Promise<Ack | undefined>) => Promise<void>;

/** Asks, and shares what came, if it came in time. */
async function share(team: SlackTeam, replicas: Replicas, id: string, note: Note): Promise<void> {
  const asker = async () => team.person(id, await replicas.pick());
  await note("share", "", async () => (await asker()).command("/k8s-advise", "mvp, 2 engineers", CHANNEL));
  const draft = await within(5_000, () =>
    team.workspace.messages.find((one) => one.onlyFor === id && one.blocks.length > 3),
  );
  if (draft) await timed(async () => (await asker()).press(draft, "Share"));
}

async function sendBrokenFile(
  team: SlackTeam,
  person: ReturnType<SlackTeam["person"]>,
  turn: number,
  note: Note,
): Promise<void> {
  await timed(() => person.command("/k8s-advise", "", CHANNEL));
  const isOpen = () => [...team.workspace.views.values()].some(({ user }) => user === person.id);
  if (!(await within(3_000, isOpen))) return;
  const text = BROKEN_FILES[turn % BROKEN_FILES.length] ?? "";
  const name = `${person.id}.yaml`;
  team.slack.downloads.set(name, { type: "text/plain", bytes: Buffer.from(text) });
  const file = { name, size: Buffer.byteLength(text), url_private_download: `${team.slack.origin}/files/${name}` };
  await note("file", "", () => person.submit({ [FILE_FIELD]: [file] }));
}

const FILE_FIELD = "manifest";

/** Whether Slack was told that it was taken, and after how long. */
async function timed(act: () => Promise<Ack | undefined>): Promise<{ acknowledged: boolean; ms: number }> {
  const began = performance.now();
  const status = await act().then(
    (ack) => ack?.status,
    () => undefined,
  );
  return { acknowledged: status === 200, ms: performance.now() - began };
}

async function within<T>(ms: number, look: () => T): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end && !look(); await sleep(20));
  return look();
}

async function failUntil(
  end: number,
  { kills, everyMs }: Storm,
  { slack }: SlackTeam,
  replicas: Replicas,
  faults: DatabaseFaults,
): Promise<void> {
  const kinds: (() => Promise<void>)[] = [
    () => faults.lockTable(LOCK_MS),
    () => faults.cutConnections(),
    async () => {
      slack.slowMs = SLOW_MS;
      await sleep(2 * SLOW_MS);
      slack.slowMs = 0;
    },
    ...(kills ? [() => replicas.kill()] : []),
  ];
  for (let turn = 0; Date.now() < end; turn += 1) {
    await Promise.race([kinds[turn % kinds.length]?.(), sleep(Math.max(0, end - Date.now()))]);
    await sleep(Math.min(everyMs, Math.max(0, end - Date.now())));
  }
}

/** Until all that was acknowledged is answered and the queue is empty, or nobody would wait any longer. */
async function untilAnswered(history: readonly Act[], team: SlackTeam, { database }: DatabaseFaults): Promise<void> {
  const store = storeOn(database, { tokenKey: null, clock: { now: () => new Date() } });
  for (const end = Date.now() + 8 * LEASE_MS; Date.now() < end; await sleep(250)) {
    const left = history.some((act) => act.acknowledged && !isAnswered(act, team.workspace.messages));
    const figures = await store.jobs.figures().catch(() => null);
    if (!left && figures?.every(({ waiting, running }) => waiting + running === 0)) return;
  }
}

/**
 * Whether a verdict holds what is promised. At most one in a thousand private answers may come twice, and of few one: a
 * process may be killed between an answer and the note of it, and Slack does not say what it showed to one person.
 */
export const isGood = (verdict: Verdict): boolean =>
  [verdict.lost, verdict.publicTwice, verdict.votesWrong].every(({ length }) => length === 0) &&
  verdict.standing === Math.min(1, verdict.decided) &&
  verdict.privateTwice <= Math.max(1, verdict.acknowledged / 1_000);

/** A verdict in one line. */
export const verdictWords = (verdict: Verdict): string =>
  `${verdict.acts} acts, ${verdict.acknowledged} acknowledged (slowest ${verdict.slowestMs} ms), ${verdict.refused} refused; ` +
  `${verdict.lost.length} lost, ${verdict.publicTwice.length} public twice, ${verdict.privateTwice} private twice, ` +
  `${verdict.standing} of ${verdict.decided} decisions stands, ${verdict.votesWrong.length} votes wrong`;
