import type { Migration } from "./migration.ts";
import { protection } from "./protection.ts";

/** Taking over has to find what other processes left, of any tenant: it may read and hold it, and nothing else. */
export const inbox: Migration = {
  name: "002-inbox",
  statements: (engine) =>
    engine === "postgres" ? [...table('text collate "C"'), ...protection("inbox"), ...TAKE_OVER] : table("text"),
};

const table = (text: string): string[] => [
  `create table inbox (
    tenant ${text} not null, key ${text} not null, person_id ${text} not null, at ${text} not null,
    body ${text} not null, holder ${text} not null, held_until ${text} not null,
    primary key (tenant, key)
  )`,
  "create index inbox_held on inbox (held_until)",
];

const taking = "current_setting('app.task', true) = 'take-over'";
const TAKE_OVER = [
  `create policy take_over_finds on inbox for select using (${taking})`,
  `create policy take_over_holds on inbox for update using (${taking}) with check (${taking})`,
];
