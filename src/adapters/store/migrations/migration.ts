import type { Database, Rows } from "../database.ts";

export interface Migration {
  name: string; // sorts after those before it
  statements(engine: Database["engine"]): string[];
  /** What statements cannot say: puts right rows that are there already. */
  rows?(rows: Rows): Promise<void>;
  /** What has to wait until the rows are right. */
  afterwards?(engine: Database["engine"]): string[];
}
