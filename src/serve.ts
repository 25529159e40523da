import { setTimeout as sleep } from "node:timers/promises";
import { createLogger } from "./adapters/http/log.ts";
import { createMetrics } from "./adapters/http/metrics.ts";
import { observePriceAge } from "./adapters/http/price-metrics.ts";
import { measuredQueue } from "./adapters/http/queue-metrics.ts";
import { type HttpOptions, httpServer } from "./adapters/http/server.ts";
import type { Conversation } from "./app/conversation.ts";
import { queueSweep } from "./app/delivery/queue-sweep.ts";
import { limited } from "./app/limited.ts";
import { type JobQueue, LEASE_MS } from "./app/ports/job-queue.ts";
import type { Clock, Log } from "./app/ports/process.ts";
import type { ProgramParts } from "./app/programs/advise.ts";
import { forgetOld } from "./app/retention.ts";
import type { Config } from "./config.ts";
import { adviseWithoutFlips } from "./core/decision/advise.ts";
import { UserError } from "./core/errors.ts";
import { parseRequirement } from "./core/question/parse-requirement.ts";
import { LIST_TERMS } from "./core/question/terms.ts";
import { openServices, type Services } from "./services.ts";
import { signInOf } from "./sign-in.ts";

/** A place where people talk to the advisor, joined to the process. */
interface Shell {
  name: string;
  shell: {
    start(): Promise<void>;
    stop(): Promise<void>;
    isReady(): boolean;
    /** Answers what other processes left unanswered, until nothing more is due. */
    takeOver(): Promise<void>;
  };
  mounts: HttpOptions["mounts"];
}

const SWEEP_EVERY_MS = LEASE_MS / 4;
const FORGET_EVERY_MS = 6 * 60 * 60 * 1000;

/** Runs the process until a signal ends it: the shells that have tokens, and the playground. */
export async function serve(config: Config, { clock, version }: { clock: Clock; version: string }): Promise<void> {
  const log = createLogger({ level: config.logLevel, secrets: config.secrets });
  const services = await openServices(config, clock, log);
  const metrics = createMetrics();
  const conversation = metrics.measured(limited(services.conversation, services.store.rateLimits, config.asking));
  const queue = measuredQueue(services.store.jobs, metrics.registry, log);
  const shells = await shellsOf(config, services, { conversation, queue, log });
  const sweep = queueSweep(queue, shells, log);
  const started = starting();
  observePriceAge(metrics.registry, services.library);
  const pages = config.playground
    ? [(await import("./adapters/playground/playground.ts")).playground({ conversation, log })]
    : [];
  const http = await httpServer({
    log,
    mounts: shells.flatMap(({ mounts }) => mounts),
    ready: [
      { name: "start", check: async () => started.assertDone() },
      { name: "store", check: () => services.store.ready() },
      { name: "queue", check: async () => sweep.assertAlive() },
      ...shells.map((shell) => ({ name: shell.name, check: () => connected(shell) })),
    ],
    pages,
    programs: config.api ? await programsOf({ programs: programsOn(services, clock), version, log }) : [],
    metrics: config.metrics ? metrics.registry : null,
    accessToken: config.accessToken,
    signIn: await signInOf(config, services.store.sessions),
    rateLimits: services.store.rateLimits,
    trustedProxies: config.trustedProxies,
    loopback: config.loopback,
  });
  const address = await http.listen({ host: config.host, port: config.port });
  if (config.catalogUrl !== null) await services.checkCatalog();
  warmUp(services);
  for (const { shell } of shells) await shell.start();
  await sweep.run();
  started.done();
  const sweeping = setInterval(() => void sweep.run(), SWEEP_EVERY_MS);
  const watching = setInterval(() => void takeNewer(services), config.catalogCheckMs);
  const forgetting = setInterval(() => void forgetOld(services.store, config, { clock, log }), FORGET_EVERY_MS);
  log.info({ address, playground: config.playground, shells: shells.map(({ name }) => name) }, "ready");
  if (config.playground) process.stdout.write(`The playground is at ${address}\n`);
  await untilTold();
  log.info({ drainMs: config.drainMs }, "stopping");
  clearInterval(forgetting);
  clearInterval(watching);
  http.drain();
  await sleep(config.drainMs); // until whoever sends us requests has heard that they should go elsewhere
  await http.close();
  for (const { shell } of shells) await shell.stop();
  clearInterval(sweeping); // until then, what is being answered is held
  await services.close();
}

/** What answers programs, on the same store as the rest. */
function programsOn({ advisor, library, files, store }: Services, clock: Clock): ProgramParts {
  return { advisor, library, files, threads: store.threads, clock };
}

/** JSON over HTTP, and tools for assistants. */
async function programsOf(parts: {
  programs: ProgramParts;
  version: string;
  log: Log;
}): Promise<HttpOptions["programs"]> {
  const { jsonApi } = await import("./adapters/http/json-api.ts");
  const { mcpRoute } = await import("./adapters/mcp/http.ts");
  return [jsonApi(parts), mcpRoute(parts)];
}

/** Tells a process that starts from one that did. */
function starting(): { done(): void; assertDone(): void } {
  let isDone = false;
  return {
    done() {
      isDone = true;
    },
    assertDone() {
      if (!isDone) throw new UserError("It is still starting.", "Wait for it.");
    },
  };
}

/** Makes what every answer needs before the first is asked for: prices as of today, words, and code that has run once. */
function warmUp({ library }: Services): void {
  library.vocabulary();
  adviseWithoutFlips({ ...parseRequirement({}), terms: LIST_TERMS }, library.knowledge());
}

/** Looks for a newer catalog, and prepares what answers need of the one that is in use by now. */
async function takeNewer(services: Services): Promise<void> {
  await services.checkCatalog();
  warmUp(services);
}

/** Adapters are loaded only where they are configured: the SDKs are large. */
async function shellsOf(
  config: Config,
  { store }: Services,
  { conversation, queue, log }: { conversation: Conversation; queue: JobQueue; log: Log },
): Promise<Shell[]> {
  const { receipts, departures } = store;
  const shells: Shell[] = [];
  if (config.slack !== null) {
    const { slackShell } = await import("./adapters/slack/shell.ts");
    const installations = config.slack.clientId === undefined ? null : store.installations;
    const shell = slackShell({ config: config.slack, conversation, receipts, queue, installations, departures, log });
    shells.push({ name: "slack", shell, mounts: [{ prefix: "/slack", listener: shell.requestListener }] });
  }
  if (config.discord !== null) {
    const { discordShell } = await import("./adapters/discord/shell.ts");
    const shell = discordShell({ config: config.discord, conversation, receipts, queue, departures, log });
    const listener = shell.requestListener;
    shells.push({ name: "discord", shell, mounts: listener === null ? [] : [{ prefix: "/discord", listener }] });
  }
  return shells;
}

async function connected({ name, shell }: Shell): Promise<void> {
  if (!shell.isReady()) throw new Error(`${name} is not connected`);
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
