import type { Migration } from "./migration.ts";

/** A decision can be taken back. Each knows what stood before it: of those there are, the one before in their order. */
export const decisionUndo: Migration = {
  name: "005-decision-undo",
  statements: (engine) => [
    "alter table decision add column beneath integer",
    // Of every tenant: their owner passes their policies by, until this is done.
    ...(engine === "postgres" ? ["alter table decision no force row level security"] : []),
    "update decision set beneath = position - 1 where position > 1",
    ...(engine === "postgres" ? ["alter table decision force row level security"] : []),
  ],
};
