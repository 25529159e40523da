import type { Generated } from "kysely";

/** The tables as both engines have them. Moments are ISO 8601 text in UTC; bodies are JSON text, checked when read. */
export interface Tables {
  estimate: EstimateRow;
  thread: ThreadRow;
  thread_entry: ThreadEntryRow;
  vote: VoteRow;
  decision: DecisionRow;
  setting: SettingRow;
  audit: AuditRow;
  receipt: ReceiptRow;
  inbox: InboxRow;
  installation: InstallationRow;
  session: SessionRow;
  departure: { tenant: string; at: string };
  catalog_version: { id: number; version: string; from_at: string };
  migration: { name: string; at: string };
}

/** Every table of people's data. Those that point at another come before it. */
export const TENANT_TABLES = [
  "estimate",
  "thread_entry",
  "vote",
  "thread",
  "decision",
  "setting",
  "audit",
  "receipt",
  "inbox",
  "installation",
  "session",
  "departure",
] as const satisfies (keyof Tables)[];
export type TenantTable = (typeof TENANT_TABLES)[number];

interface EstimateRow {
  tenant: string;
  id: string;
  person_id: string;
  person_name: string;
  asked_at: string;
  channel_id: string | null;
  shared_at: string | null;
  body: string;
  body_version: number;
}

interface ThreadRow {
  tenant: string;
  channel_id: string;
  thread_id: string;
  steps: number; // in its line
  decision_id: string | null; // what closed its votes
  last_step_at: string;
}

interface ThreadEntryRow {
  tenant: string;
  channel_id: string;
  thread_id: string;
  position: number;
  kind: "opened" | "changed" | "undone";
  estimate_id: string;
  based_on: string | null;
  text: string | null;
  person_id: string;
  person_name: string;
  at: string;
}

interface VoteRow {
  tenant: string;
  channel_id: string;
  thread_id: string;
  person_id: string;
  person_name: string;
  platform: string;
  at: string;
}

interface DecisionRow {
  tenant: string;
  id: string;
  at: string;
  subject: string; // what decisions supersede one another on
  position: number; // 1, 2, 3… on its subject: the last one stands
  beneath: number | null; // the position of what stands again when this is taken back; always an earlier one
  body: string; // a Decision
  estimate: string;
  estimate_version: number; // of its body
}

interface SettingRow {
  tenant: string;
  channel_id: string; // "" for the whole tenant
  version: number;
  body: string;
  person_id: string;
  person_name: string;
  at: string;
}

interface AuditRow {
  tenant: string;
  id: string;
  at: string;
  action: string;
  about: string;
  person_id: string;
  person_name: string;
  about_person_id: string | null;
}

interface ReceiptRow {
  tenant: string;
  key: string;
  at: string;
}

interface InboxRow {
  tenant: string;
  key: string;
  person_id: string;
  at: string;
  body: string; // what its shell needs to answer it; empty in a dead letter
  holder: string; // the process that answers it; empty while it waits
  held_until: string; // by the database's clock: from then on it is due
  attempts: Generated<number>; // begun so far
  token: Generated<string>; // of the attempt that holds it
  begun_at: Generated<string>; // that attempt
  reference: string | null; // to the log, once it is given up
  dead_at: string | null; // set: a dead letter
}

interface SessionRow {
  tenant: string;
  secret_hash: string;
  person_id: string;
  person_name: string;
  via: string; // the workspace, server or token that let them in
  since: string;
  used_at: string;
}

interface InstallationRow {
  tenant: string;
  key_id: string; // of the key that sealed the body
  body: string;
}
