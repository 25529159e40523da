import { randomUUID } from "node:crypto";
import { readFiles } from "../../src/adapters/files/read-files.ts";
import { openStore, type Store } from "../../src/adapters/store/open.ts";
import { type Advisor, advisor } from "../../src/app/advisor.ts";
import type { Conversation, Reply } from "../../src/app/conversation.ts";
import { converse } from "../../src/app/converse.ts";
import { type Library, library } from "../../src/app/knowledge.ts";
import { planner } from "../../src/app/planner.ts";
import type { Asker, Person, Tenant } from "../../src/app/ports/asker.ts";
import type { Clock } from "../../src/app/ports/process.ts";
import type { TeamSettings } from "../../src/app/team-settings.ts";
import { CAPABILITIES } from "../../src/capabilities.ts";
import type { Card } from "../../src/cards/card.ts";
import type { CatalogData } from "../../src/core/catalog/catalog.ts";
import type { Estimate } from "../../src/core/decision/estimate.ts";
import { catalogData } from "../core/real-catalog.ts";

const person = (id: string, isAdmin = false, groups: string[] = []): Person => ({ id, name: id, isAdmin, groups });
export const ADA = person("ada", true);
export const BEN = person("ben");
export const CHRIS = person("chris", false, ["architects"]);

interface MovingClock extends Clock {
  wait(ms: number): void;
}

/** A team in a chat of its own, on the real catalog, with a clock that moves a second whenever it is read. */
export interface Team {
  advisor: Advisor;
  library: Library;
  conversation: Conversation;
  store: Store;
  tenant: Tenant;
  /** Somebody in the channel, or in a card's thread. */
  in(person: Person, threadId?: string | null): Asker;
  /** The same people after the catalog's files changed. */
  with(data: CatalogData): Team;
  set(value: TeamSettings, channelId?: string | null): Promise<void>;
  /** Lets so much time pass. */
  wait(ms: number): void;
}

export async function aTeam(shell: Tenant["shell"] = "slack", id: string = randomUUID()): Promise<Team> {
  let at = Date.UTC(2026, 10, 22, 12);
  const clock: MovingClock = {
    now() {
      at += 1_000;
      return new Date(at);
    },
    wait(ms) {
      at += ms;
    },
  };
  const store = await openStore({ dataDir: ":memory:", databaseUrl: null, tokenKey: null, clock });
  return teamOn(catalogData, store, clock, { shell, id });
}

function teamOn(data: CatalogData, store: Store, clock: MovingClock, tenant: Tenant): Team {
  const shelves = library({ current: () => data }, clock);
  const { estimates, settings } = store;
  const advising = advisor({ library: shelves, planner: planner(shelves), estimates, settings, clock });
  const conversation = converse({
    ...store,
    advisor: advising,
    library: shelves,
    files: { read: async (handed) => readFiles(handed) },
    clock,
    capabilities: CAPABILITIES,
  });
  return {
    advisor: advising,
    library: shelves,
    conversation,
    store,
    tenant,
    in: (who, threadId = null) => ({ tenant, person: who, channelId: "C1", threadId, deliveryId: randomUUID() }),
    wait: clock.wait,
    with: (changed) => teamOn(changed, store, clock, tenant),
    async set(value, channelId = null) {
      const expected = (await settings.get(tenant, channelId))?.version ?? 0;
      const { id, name } = ADA;
      await settings.put(tenant, channelId, { expected, value, by: { id, name }, at: clock.now().toISOString() });
    },
  };
}

/** The card of a reply, with the estimate it is about. */
export function cardIn(reply: Reply): { card: Card; estimateId: string; audience: string; replaces: boolean } {
  if (reply.kind !== "card") throw new Error(`Got a ${reply.kind} for a card`);
  return { card: reply.card, estimateId: reply.estimateId ?? "", audience: reply.audience, replaces: reply.replaces };
}

/** What words by themselves are answered with. */
export const told = async (team: Team, asker: Asker, text: string) =>
  cardIn(await team.conversation.handle({ kind: "command", text }, asker));

/** What words about an answer are answered with; without one, about the thread's own. */
export const followed = async (team: Team, asker: Asker, text: string, estimateId: string | null = null) =>
  cardIn(await team.conversation.handle({ kind: "follow-up", text, estimateId }, asker));

/** A card that Ada shared, and its thread. */
export async function shared(team: Team, text: string): Promise<{ estimateId: string; threadId: string }> {
  const { estimateId } = await told(team, team.in(ADA), text);
  const threadId = randomUUID();
  await team.conversation.posted(team.in(ADA), estimateId, { channelId: "C1", threadId });
  return { estimateId, threadId };
}

export const estimateOf = async (team: Team, id: string): Promise<Estimate> =>
  (await team.advisor.find(team.in(ADA), id)).estimate;

/** All that a card says, in one text. */
export const wordsOf = (card: Card): string => JSON.stringify([card.title, card.sections]);
