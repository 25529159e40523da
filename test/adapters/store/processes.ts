import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Tenant } from "../../../src/app/ports/asker.ts";
import type { ThreadRef } from "../../../src/app/records.ts";

export interface Address {
  dataDir: string;
  databaseUrl: string | null;
}

/** What a child process does once it has opened the store. */
export type Task =
  | { kind: "open" }
  | { kind: "vote"; tenant: Tenant; thread: ThreadRef; people: string[]; platforms: string[] }
  | { kind: "claim"; tenant: Tenant; keys: string[] }
  | { kind: "write"; tenant: Tenant; name: string };

/** Where all that a round's child does at once leaves its steps. */
export const sharedThread = (round: string): ThreadRef => ({ channelId: "C1", threadId: `shared.${round}` });

/** What a writing child says after each promise the store kept: this kind of thing, with this id, is durable. */
export type Acknowledged = ["receipt" | "estimate" | "step" | "vote" | "decision", id: string];

export interface Child {
  process: ChildProcess;
  /** Resolves when it opened the store, throws with what it wrote to stderr when it ended before. */
  opened: Promise<void>;
  /** Every line it said after that, once it ended. */
  lines: Promise<unknown[]>;
}

const [hooks, script] = ["../../run-typescript.mjs", "./child.ts"].map((path) => new URL(path, import.meta.url));

export function startChild(address: Address, task: Task): Child {
  const argument = JSON.stringify({ address, task });
  const child = spawn(process.execPath, ["--import", String(hooks), fileURLToPath(String(script)), argument]);
  let [said, complained] = ["", ""];
  child.stderr.on("data", (chunk) => {
    complained += chunk;
  });
  const ended = once(child, "close");
  const opened = new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      said += chunk;
      resolve(); // the first line is that it opened
    });
    ended.then(() => reject(new Error(`The child ended early. ${complained}`)), reject);
  });
  const lines = ended.then(([code, signal]) => {
    if (code !== 0 && signal !== "SIGKILL") throw new Error(`The child failed. ${complained}`);
    const whole = said.split("\n").slice(1, -1); // after the last line break: what the kill cut off
    return whole.map((line): unknown => JSON.parse(line));
  });
  return { process: child, opened, lines };
}
