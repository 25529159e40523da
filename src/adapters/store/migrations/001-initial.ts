import type { Migration } from "./migration.ts";
import { protection } from "./protection.ts";

/**
 * Every list has an index that starts with its tenant and ends with its order, so that a page costs the same among a
 * million rows. Text compares by its bytes on both engines, so that both give the same order.
 */
export const initial: Migration = {
  name: "001-initial",
  statements: (engine) =>
    engine === "postgres" ? [...tables('text collate "C"'), ...PROTECTED.flatMap(protection)] : tables("text"),
};

const tables = (text: string): string[] => [
  `create table estimate (
    tenant ${text} not null, id ${text} not null, person_id ${text} not null, person_name ${text} not null,
    asked_at ${text} not null, channel_id ${text}, shared_at ${text},
    body ${text} not null, body_version integer not null,
    primary key (tenant, id, person_id)
  )`,
  "create index estimate_own on estimate (tenant, person_id, asked_at, id)",
  "create index estimate_shared on estimate (tenant, asked_at, id, person_id) where shared_at is not null",
  "create index estimate_age on estimate (asked_at)",

  `create table thread (
    tenant ${text} not null, channel_id ${text} not null, thread_id ${text} not null,
    steps integer not null, decision_id ${text}, last_step_at ${text} not null,
    primary key (tenant, channel_id, thread_id)
  )`,
  "create index thread_age on thread (last_step_at)",
  `create table thread_entry (
    tenant ${text} not null, channel_id ${text} not null, thread_id ${text} not null, position integer not null,
    kind ${text} not null, estimate_id ${text} not null, based_on ${text}, text ${text},
    person_id ${text} not null, person_name ${text} not null, at ${text} not null,
    primary key (tenant, channel_id, thread_id, position),
    foreign key (tenant, channel_id, thread_id) references thread on delete cascade
  )`,
  "create index thread_entry_estimate on thread_entry (tenant, estimate_id)",
  `create table vote (
    tenant ${text} not null, channel_id ${text} not null, thread_id ${text} not null,
    person_id ${text} not null, person_name ${text} not null, platform ${text} not null, at ${text} not null,
    primary key (tenant, channel_id, thread_id, person_id),
    foreign key (tenant, channel_id, thread_id) references thread on delete cascade
  )`,

  `create table decision (
    tenant ${text} not null, id ${text} not null, at ${text} not null, superseded_by ${text},
    body ${text} not null, estimate ${text} not null, estimate_version integer not null,
    primary key (tenant, id)
  )`,
  "create index decision_list on decision (tenant, at, id)",

  `create table setting (
    tenant ${text} not null, channel_id ${text} not null, version integer not null, body ${text} not null,
    person_id ${text} not null, person_name ${text} not null, at ${text} not null,
    primary key (tenant, channel_id, version)
  )`,
  `create table receipt (
    tenant ${text} not null, key ${text} not null, at ${text} not null,
    primary key (tenant, key)
  )`,
  "create index receipt_age on receipt (at)",
  `create table installation (
    tenant ${text} not null, key_id ${text} not null, body ${text} not null,
    primary key (tenant)
  )`,
];

const PROTECTED = ["estimate", "thread", "thread_entry", "vote", "decision", "setting", "receipt", "installation"];
