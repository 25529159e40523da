import type { Migration } from "./migration.ts";
import { protection } from "./protection.ts";

/** When a workspace removed the app: what is kept about it is erased some time after. And who may look for old keys. */
export const departure: Migration = {
  name: "010-departure",
  statements: (engine) => [
    ...(engine === "postgres"
      ? [...table('text collate "C"'), ...protection("departure"), RESEAL_FINDS]
      : table("text")),
    "create index estimate_draft_age on estimate (asked_at) where shared_at is null",
  ],
};

const table = (text: string): string[] => [
  `create table departure (tenant ${text} not null, at ${text} not null, primary key (tenant))`,
  "create index departure_age on departure (at)",
];

const RESEAL_FINDS =
  "create policy reseal_finds on installation for select using (current_setting('app.task', true) = 'reseal')";
