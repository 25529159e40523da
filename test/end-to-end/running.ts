import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

export const PATIENCE_MS = 60_000; // a whole process on a busy machine
const TRIES = 5;

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const PROGRAM = ["--import", path("test/run-typescript.mjs"), path("src/main.ts")];

/** The process as it is run, with nothing but settings: real catalog, real store, real advice. */
export interface Running {
  address: string; // where it listens
  /** Asks it to stop and gives its exit code. */
  stop(): Promise<number | null>;
  /** `kill -9`: it gets no chance to finish anything. */
  kill(): Promise<void>;
}

export async function run(settings: Record<string, string>): Promise<Running> {
  const env = { PATH: process.env["PATH"], PORT: "0", PLAYGROUND: "off", ...settings };
  const child = spawn(process.execPath, [...PROGRAM, "serve"], { env, stdio: ["ignore", "inherit", "pipe"] });
  const exited = once(child, "exit");
  const address = await addressOf(child);
  return {
    address,
    async stop() {
      child.kill("SIGTERM");
      const [code] = await exited;
      return code;
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** What a person does when the platform says that it had trouble connecting: on a busy machine answers take their time. */
export async function insisting<T>(act: () => Promise<T>, tries = TRIES): Promise<T> {
  return act().catch((error: unknown) => {
    if (tries === 1) throw error;
    return insisting(act, tries - 1);
  });
}

async function addressOf({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error("standard error is not piped");
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    createInterface(stderr)
      .on("line", (line) => {
        lines.push(line);
        const { msg, address } = JSON.parse(line);
        if (msg === "ready") resolve(address);
      })
      .on("close", () => reject(new Error(`the process ended before it was ready: ${lines.join("\n")}`)));
  });
}

/** What one command line prints, as an object. */
export async function printed(argv: readonly string[], settings: Record<string, string>): Promise<unknown> {
  const env = { PATH: process.env["PATH"], ...settings };
  const child = spawn(process.execPath, [...PROGRAM, ...argv], { env, stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(await text(child.stdout));
}
