import { randomUUID } from "node:crypto";
import type { Store } from "../../../src/adapters/store/open.ts";
import type { Tenant } from "../../../src/app/ports/asker.ts";
import type { AskedEstimate } from "../../../src/app/ports/estimates.ts";
import type { Doing, KeptRecord, NewDecision, ThreadRef, Who } from "../../../src/app/records.ts";
import type { Estimate } from "../../../src/core/decision/estimate.ts";
import { parseRequirement } from "../../../src/core/question/parse-requirement.ts";

/** A workspace nobody else has, so that tests share a database and see nothing of one another. */
export const aTenant = (): Tenant => ({ shell: "slack", id: `T${randomUUID()}` });

export const ann: Who = { id: "U1", name: "Ann" };
export const bob: Who = { id: "U2", name: "Bob" };
export const card: ThreadRef = { channelId: "C1", threadId: "1700000000.000100" };

/** A moment of one day, `second` seconds after its noon. */
export const noon = (second = 0): string => new Date(Date.UTC(2026, 10, 22, 12, 0, second)).toISOString();

export const anEstimate = (id: string): Estimate => ({
  id,
  catalog: { version: "2026-11-22", newestAsOf: "2026-11-20" },
  asOf: "2026-11-22",
  ...parseRequirement({}),
  understood: [],
  unparsed: [],
  verdict: { platform: "one", tier: "basic", reason: "It costs least." },
  ranking: [],
  rejected: [],
  flips: [],
});

export const asked = (id: string, by: Who = ann, askedAt = noon()): AskedEstimate => ({
  estimate: anEstimate(id),
  askedBy: by,
  askedAt,
  channelId: card.channelId,
  sharedAt: null,
});

export const aDecision = (id: string, parts: Partial<NewDecision> = {}): NewDecision => ({
  id,
  platform: "one",
  tier: "basic",
  why: "It is enough for us.",
  by: ann,
  at: noon(),
  thread: null,
  bill: { currency: "USD", total: 58, lines: [] },
  supersedes: null,
  estimate: anEstimate(`estimate-of-${id}`),
  ...parts,
});

/** Who runs the bot, at noon. */
export const operating: Doing = { by: { id: "operator", name: "Olga" }, at: noon() };

/** All that is kept, but for the audit trail's notes of such exports. */
export async function exported(store: Store, tenant: Tenant, personId: string | null = null): Promise<KeptRecord[]> {
  const records: KeptRecord[] = [];
  for await (const each of store.data.export(tenant, personId, operating)) records.push(each);
  return records.filter(({ kind, record }) => kind !== "audit" || record["action"] !== "exported");
}
