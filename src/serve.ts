import { createLogger } from "./adapters/http/log.ts";
import { createMetrics } from "./adapters/http/metrics.ts";
import { type HttpOptions, httpServer } from "./adapters/http/server.ts";
import type { Conversation } from "./app/conversation.ts";
import { limited } from "./app/limited.ts";
import { type Clock, INBOX_HELD_MS, type Log } from "./app/ports.ts";
import type { Config } from "./config.ts";
import { adviseWithoutFlips } from "./core/advise.ts";
import { parseRequirement } from "./core/requirement.ts";
import { LIST_TERMS } from "./core/terms.ts";
import { openServices, type Services } from "./services.ts";
import { signInOf } from "./sign-in.ts";

/** A place where people talk to the advisor, joined to the process. */
interface Shell {
  name: string;
  shell: {
    start(): Promise<void>;
    stop(): Promise<void>;
    isReady(): boolean;
    /** Begins to answer what a process that died left unanswered. */
    takeOver(): Promise<void>;
  };
  mounts: HttpOptions["mounts"];
}

const TAKE_OVER_EVERY_MS = INBOX_HELD_MS / 4;
const PURGE_EVERY_MS = 6 * 60 * 60 * 1000;
const RECEIPTS_KEPT_MS = 7 * 24 * 60 * 60 * 1000; // far longer than any platform delivers an event again
const DAY_MS = 24 * 60 * 60 * 1000;

/** Runs the process until a signal ends it: the shells that have tokens, and the playground. */
export async function serve(config: Config, clock: Clock): Promise<void> {
  const log = createLogger({ level: config.logLevel, secrets: config.secrets });
  const services = await openServices(config, clock, log);
  const metrics = createMetrics();
  const conversation = metrics.measured(limited(services.conversation, services.store.rateLimits, config.asking));
  const shells = await shellsOf(config, services, conversation, log);
  const pages = config.playground
    ? [(await import("./adapters/playground/playground.ts")).playground({ conversation, log })]
    : [];
  const http = await httpServer({
    log,
    mounts: shells.flatMap(({ mounts }) => mounts),
    ready: [
      { name: "store", check: () => services.store.ready() },
      ...shells.map((shell) => ({ name: shell.name, check: () => connected(shell) })),
    ],
    pages,
    metrics: config.metrics ? metrics.registry : null,
    accessToken: config.accessToken,
    signIn: await signInOf(config, services.store.sessions),
    rateLimits: services.store.rateLimits,
    trustedProxies: config.trustedProxies,
    loopback: config.loopback,
  });
  const address = await http.listen({ host: config.host, port: config.port });
  for (const { shell } of shells) await shell.start();
  setImmediate(warmUp, services);
  const takingOver = setInterval(() => void takeOver(services, shells, log), TAKE_OVER_EVERY_MS);
  const purging = setInterval(() => void purge(services, config, log), PURGE_EVERY_MS);
  log.info({ address, playground: config.playground, shells: shells.map(({ name }) => name) }, "ready");
  if (config.playground) process.stdout.write(`The playground is at ${address}\n`);
  await untilTold();
  log.info({}, "stopping");
  clearInterval(purging);
  clearInterval(takingOver);
  await http.close();
  for (const { shell } of shells) await shell.stop();
  await services.close();
}

/** Makes what every answer needs before the first is asked for: prices as of today, words, and code that has run once. */
function warmUp({ library }: Services): void {
  library.vocabulary();
  adviseWithoutFlips({ ...parseRequirement({}), terms: LIST_TERMS }, library.knowledge());
}

/** Adapters are loaded only where they are configured: the SDKs are large. */
async function shellsOf(config: Config, { store }: Services, conversation: Conversation, log: Log): Promise<Shell[]> {
  const { receipts, inbox } = store;
  const shells: Shell[] = [];
  if (config.slack !== null) {
    const { slackShell } = await import("./adapters/slack/app.ts");
    const installations = config.slack.clientId === undefined ? null : store.installations;
    const shell = slackShell({ config: config.slack, conversation, receipts, inbox, installations, log });
    shells.push({ name: "slack", shell, mounts: [{ prefix: "/slack", listener: shell.requestListener }] });
  }
  if (config.discord !== null) {
    const { discordShell } = await import("./adapters/discord/listen.ts");
    const shell = discordShell({ config: config.discord, conversation, receipts, inbox, log });
    const listener = shell.requestListener;
    shells.push({ name: "discord", shell, mounts: listener === null ? [] : [{ prefix: "/discord", listener }] });
  }
  return shells;
}

async function connected({ name, shell }: Shell): Promise<void> {
  if (!shell.isReady()) throw new Error(`${name} is not connected`);
}

/** Goes on holding what this process is answering, and answers what a dead one held. */
async function takeOver({ store }: Services, shells: Shell[], log: Log): Promise<void> {
  try {
    await store.inbox.hold();
    for (const { shell } of shells) await shell.takeOver();
  } catch (error) {
    log.error({ err: error }, "the inbox could not be looked through");
  }
}

async function purge({ store }: Services, { retentionDays }: Config, log: Log): Promise<void> {
  const before = (ms: number) => new Date(Date.now() - ms).toISOString();
  try {
    const erased = await store.data.purge({
      receipts: before(RECEIPTS_KEPT_MS),
      estimates: retentionDays === null ? null : before(retentionDays * DAY_MS),
    });
    const counts = await store.rateLimits.purge();
    const sessions = await store.sessions.purge();
    log.info({ erased, counts, sessions }, "old records erased");
  } catch (error) {
    log.error({ err: error }, "old records could not be erased");
  }
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
