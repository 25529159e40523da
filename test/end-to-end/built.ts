import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** The program as `npm run build` left it. */
export const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

const START_MS = 60_000; // a busy machine; how long a start should take is the bench's to say

/** The settings of a process: those given, and nothing of whoever runs the tests. */
const settings = (env: Record<string, string>) => ({ PATH: process.env["PATH"] ?? "", LOG_LEVEL: "silent", ...env });

/** Runs one command line to its end. */
export async function command(
  argv: readonly string[],
  env: Record<string, string>,
  stdin = "",
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [MAIN, ...argv], { env: settings(env) });
  child.stdin.end(stdin);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, out, err };
}

/** A running process with its playground. */
export interface Served {
  address: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export async function serve(env: Record<string, string>): Promise<Served> {
  const child = spawn(process.execPath, [MAIN, "serve"], { env: settings({ PORT: "0", ...env }) });
  return { address: await addressOf(child), stop: (signal) => stop(child, signal) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`Not ready: ${said}`)), START_MS);
    const hear = (chunk: Buffer) => {
      said += chunk;
      const [, address] = /The playground is at (\S+)\n/.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => reject(new Error(`Ended: ${said}`)));
  });
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
