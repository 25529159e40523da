#!/usr/bin/env node
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { userInfo } from "node:os";
import { text } from "node:stream/consumers";
import type { Io } from "./adapters/cli/io.ts";
import { runCli } from "./adapters/cli/program.ts";
import type { Clock, Log } from "./app/ports/process.ts";
import type { Config } from "./config.ts";

const clock: Clock = { now: () => new Date() };
const { version } = createRequire(import.meta.url)("../package.json") as { version: string };

const io: Io = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  stdin: () => text(process.stdin),
  readFile: (path) => readFile(path, "utf8"),
  colour: process.stdout.isTTY === true && process.stdout.getColorDepth() > 1,
  progress: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line ?? ""}`); // to the line's begin, and the rest away
  },
  user: userName(),
};

/** A container may run as a user that the machine has no name for. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "operator";
  }
}

/** What whoever sits at the terminal has to know beside the answer. */
const tell = (fields: Record<string, unknown>, text: string) => io.err(`${text}: ${JSON.stringify(fields)}`);
const log: Log = { info() {}, warn: tell, error: tell };

/** Whoever reads the answer may stop early, as `head` does: that is no failure. */
function leaveWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

/** The parts of the program are loaded when a command first needs them: most commands need few. */
const services = () => import("./services.ts");

async function config(): Promise<Config> {
  return (await import("./config.ts")).readConfig();
}

async function run(): Promise<number> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return runCli(process.argv.slice(2), {
    io,
    version,
    catalog: async () => (await import("./catalog-of.ts")).catalogOf(await config()),
    refresh: async (request) => (await import("./refresh.ts")).refresh(await config(), request, io.progress),
    library: async () => {
      const [{ catalogOf }, { library }] = await Promise.all([import("./catalog-of.ts"), import("./app/knowledge.ts")]);
      const data = catalogOf(await config());
      return library({ current: () => data }, clock);
    },
    today: () => clock.now().toISOString().slice(0, 10),
    desk: async () => (await services()).openDesk(await config(), clock, log),
    maintenance: async () => (await services()).openMaintenance(await config()),
    mcp: async (desk) => {
      const { mcpOverStdio } = await import("./adapters/mcp/stdio.ts");
      await mcpOverStdio({ programs: desk, version, log });
    },
    serve: async () => {
      const { serve } = await import("./serve.ts");
      await serve(await config(), { clock, version });
    },
  });
}

process.stdout.on("error", leaveWhenNobodyReads);
process.stderr.on("error", leaveWhenNobodyReads);
process.exitCode = await run();
