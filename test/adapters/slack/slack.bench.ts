import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bench, describe } from "vitest";
import { run } from "../../end-to-end/running.ts";
import { type Link, signedRequest } from "../../slack-stand-in/links.ts";
import { SlackPerson } from "../../slack-stand-in/person.ts";
import { SlackStandIn } from "../../slack-stand-in/server.ts";
import { SIGNING_SECRET } from "./setup.ts";

const PER_SECOND = 200;
const SECONDS = 5;
const WARM_UP = 200;

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const children: ChildProcess[] = [];
const slack = await SlackStandIn.start();
const workspace = slack.workspace("T1");

/** Somebody who asks the app of that process. */
async function askerOf(which: "ours" | "bare"): Promise<SlackPerson> {
  const execArgv = ["--import", path("../../run-typescript.mjs")];
  const child = fork(path("bench-server.ts"), [which, slack.apiUrl, workspace.botToken], { execArgv });
  children.push(child);
  const [port] = await once(child, "message");
  return new SlackPerson(slack, workspace, leanLink(Number(port)), "UANN");
}

/** Kept connections and nothing else, so that the caller's own work weighs little. */
function leanLink(port: number): Link {
  const agent = new Agent({ keepAlive: true });
  return {
    send: (kind, payload) =>
      new Promise((resolve, reject) => {
        const { method, headers, body } = signedRequest(kind, payload, SIGNING_SECRET);
        const sent = request({ agent, port, host: "127.0.0.1", path: "/slack/events", method, headers }, (response) => {
          response.resume().on("end", () => resolve({ status: response.statusCode ?? 0, body: null }));
        });
        sent.on("error", reject).end(body);
      }),
  };
}

const dataDir = mkdtempSync(join(tmpdir(), "k8s-advise-bench-"));
const program = await run({
  DATA_DIR: dataDir,
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: workspace.botToken,
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
});
const whole = new SlackPerson(slack, workspace, leanLink(Number(new URL(program.address).port)), "UANN");
const askers = {
  "bare Bolt app": await askerOf("bare"),
  "k8s-advise, a constant answer": await askerOf("ours"),
  "k8s-advise, the whole process": whole,
};

const ask = async (person: SlackPerson) => {
  const { status } = await person.command("/k8s-price", "t3.medium x3", "C1");
  if (status !== 200) throw new Error(`answered ${status}`);
};

/** Commands at a steady pace, whether or not the ones before were acknowledged, and how long each took in milliseconds. */
async function steadily(person: SlackPerson): Promise<number[]> {
  const start = performance.now();
  const asked: Promise<number>[] = [];
  for (let n = 0; n < PER_SECOND * SECONDS; n += 1) {
    const due = start + (n * 1_000) / PER_SECOND;
    if (due > performance.now()) await sleep(due - performance.now());
    asked.push(ask(person).then(() => performance.now() - due));
  }
  return (await Promise.all(asked)).sort((one, other) => one - other);
}

for (const [name, person] of Object.entries(askers)) {
  for (let n = 0; n < WARM_UP; n += 1) await ask(person);
  const times = await steadily(person);
  const at = (part: number) => `${times[Math.ceil(times.length * part) - 1]?.toFixed(2)} ms`;
  process.stdout.write(`${name}, ${PER_SECOND} commands a second: p50 ${at(0.5)}, p99 ${at(0.99)}\n`);
}

describe("a signed slash command to its acknowledgement", () => {
  const time = 3_000;
  bench("bare Bolt app", () => ask(askers["bare Bolt app"]), { time });
  bench("k8s-advise, a constant answer", () => ask(askers["k8s-advise, a constant answer"]), { time });
  bench("k8s-advise, the whole process", () => ask(whole), {
    time,
    async teardown(_task, mode) {
      if (mode !== "run") return;
      for (const child of children) child.kill();
      await program.stop();
      rmSync(dataDir, { recursive: true });
      await slack.stop();
    },
  });
});
