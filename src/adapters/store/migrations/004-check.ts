import type { Migration } from "./migration.ts";

/** Checking reads every tenant's rows that can be damaged or out of order, and nothing else. */
export const check: Migration = {
  name: "004-check",
  statements: (engine) => (engine === "postgres" ? READ.map(checkFinds) : []),
};

const READ = ["estimate", "thread", "decision", "setting"];

const checkFinds = (table: string) =>
  `create policy check_finds on ${table} for select using (current_setting('app.task', true) = 'check')`;
