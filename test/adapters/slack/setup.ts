import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { SlackConfig } from "../../../src/adapters/slack/receivers.ts";
import { slackShell } from "../../../src/adapters/slack/shell.ts";
import type { Conversation, Intent, Reply } from "../../../src/app/conversation.ts";
import type { Asker } from "../../../src/app/ports/asker.ts";
import type { Departures } from "../../../src/app/ports/data.ts";
import type { JobQueue, Receipts } from "../../../src/app/ports/job-queue.ts";
import type { Log } from "../../../src/app/ports/process.ts";
import type { InstallationStore } from "../../../src/app/ports/sessions.ts";
import type { Action, Card, FlatSection, Fold, Section } from "../../../src/cards/card.ts";
import type { Field, Form } from "../../../src/cards/form.ts";
import { sharedQueue } from "../../app/delivery/job-queues.ts";
import { httpLink, type Link, socketLink } from "../../slack-stand-in/links.ts";
import { SlackPerson } from "../../slack-stand-in/person.ts";
import { SlackStandIn } from "../../slack-stand-in/server.ts";
import type { Message, Workspace } from "../../slack-stand-in/workspace.ts";

export const TRANSPORTS = ["signed HTTP", "Socket Mode"] as const;
export type Transport = (typeof TRANSPORTS)[number];
export const SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

/** A conversation that says what the test tells it to, and remembers what it was asked. */
export class ScriptedConversation implements Conversation {
  readonly heard: { intent: Intent; asker: Asker }[] = [];
  readonly threads: { asker: Asker; estimateId: string; message: { channelId: string; threadId: string } }[] = [];
  answer: (intent: Intent, asker: Asker) => Reply | Promise<Reply> = () => aReply();

  async handle(intent: Intent, asker: Asker): Promise<Reply> {
    this.heard.push({ intent, asker });
    return this.answer(intent, asker);
  }
  overhear: Conversation["overhear"] = async (text) => ({ kind: "follow-up", text, estimateId: null });
  /** The card that owns a thread, where the test has one. */
  shared: Card | null = null;
  async sharedCard(): Promise<Card | null> {
    return this.shared;
  }
  async posted(asker: Asker, estimateId: string, message: { channelId: string; threadId: string }): Promise<void> {
    this.threads.push({ asker, estimateId, message });
  }
  suggestPrices(): [] {
    return [];
  }
  get intents(): Intent[] {
    return this.heard.map(({ intent }) => intent);
  }
}

export interface LogLine {
  level: "info" | "warn" | "error";
  fields: Record<string, unknown>;
  text: string;
}

/** The real adapter and Bolt, joined to the stand-in over real HTTP or a real WebSocket. */
export interface Setup {
  slack: SlackStandIn;
  workspace: Workspace;
  conversation: ScriptedConversation;
  link: Link;
  ann: SlackPerson;
  url: string;
  log: LogLine[];
  person(id: string, workspace?: Workspace): SlackPerson;
  /** Waits until the message is there: answers come after the acknowledgement. */
  message(find: (message: Message) => boolean): Promise<Message>;
  isReady(): boolean;
  takeOver(): Promise<void>;
  /** Leaves everything as it stands. */
  die(): void;
  /** Stops the process, and leaves Slack as it is. */
  stopShell(): Promise<void>;
  stop(): Promise<void>;
}

export async function joined(
  transport: Transport,
  change: {
    config?: SlackConfig;
    conversation?: Conversation; // a real one in place of the scripted
    installations?: InstallationStore;
    receipts?: Receipts;
    queue?: JobQueue;
    departures?: Pick<Departures, "left">;
    slack?: SlackStandIn; // with one workspace, that another process serves too
  } = {},
): Promise<Setup> {
  const slack = change.slack ?? (await SlackStandIn.start());
  const workspace = slack.workspaces[0] ?? slack.workspace("T1");
  workspace.channel("C1");
  const conversation = new ScriptedConversation();
  const log: LogLine[] = [];
  const config: SlackConfig = {
    ...(change.config ?? { botToken: workspace.botToken }),
    ...(transport === "Socket Mode" ? { appToken: slack.appToken } : { signingSecret: SIGNING_SECRET }),
    apiUrl: slack.apiUrl,
    ...(change.config === undefined ? {} : { clientId: slack.client.id, clientSecret: slack.client.secret }),
  };
  const shell = slackShell({
    config,
    conversation: change.conversation ?? conversation,
    receipts: change.receipts ?? onceEach(),
    queue: change.queue ?? (await sharedQueue()).process(),
    installations: change.installations ?? null,
    departures: change.departures ?? { left: async () => {} },
    log: recording(log),
  });
  const server = createServer(shell.requestListener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await shell.start();
  const link = transport === "Socket Mode" ? socketLink(slack) : httpLink(`${url}/slack/events`, SIGNING_SECRET);
  const person = (id: string, home = workspace) => new SlackPerson(slack, home, link, id);
  return {
    slack,
    workspace,
    conversation,
    link,
    ann: person("UANN"),
    url,
    log,
    person,
    message: (find) => eventually(() => workspace.messages.find(find)),
    isReady: shell.isReady,
    takeOver: shell.takeOver,
    die() {
      server.closeAllConnections();
      server.close();
    },
    stopShell: () => shell.stop(),
    async stop() {
      await shell.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await slack.stop();
    },
  };
}

/** What `look` finds, as soon as it finds something. */
export async function eventually<T>(look: () => T, ms = 5_000): Promise<Exclude<T, undefined | null | false>> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(5)) {
    const found = look();
    if (found) return found as Exclude<T, undefined | null | false>;
  }
  throw new Error(`nothing after ${ms} ms`);
}

/** Long enough for a second answer to come, if there were one. */
export const settled = () => sleep(150);

export interface ForgetfulReceipts extends Receipts {
  /** Every key claimed so far. */
  readonly claimed: string[];
  /** As if the process had died before it claimed this one. */
  forget(key: string): void;
}

export function onceEach(): ForgetfulReceipts {
  const claimed = new Set<string>();
  return {
    async claim({ id }, key) {
      const whole = `${id} ${key}`;
      return !claimed.has(whole) && claimed.add(whole) !== undefined;
    },
    has: async ({ id }, key) => claimed.has(`${id} ${key}`),
    get claimed() {
      return [...claimed].map((whole) => whole.slice(whole.indexOf(" ") + 1));
    },
    forget(key) {
      for (const whole of claimed) if (whole.endsWith(` ${key}`)) claimed.delete(whole);
    },
  };
}

export function recording(lines: LogLine[]): Log {
  const write = (level: LogLine["level"]) => (fields: Record<string, unknown>, text: string) => {
    lines.push({ level, fields, text });
  };
  return { info: write("info"), warn: write("warn"), error: write("error") };
}

export function aCard(change: Partial<Card> = {}): Card {
  return {
    title: "Run it on DOKS: $72.00 a month",
    tone: "good",
    fallback: "DOKS, 72.00 USD a month.",
    sections: [{ kind: "text", text: "3 × s-2vcpu-4gb, nyc3" }],
    actions: [],
    files: [],
    ...change,
  };
}

export function anAction(name: Action["name"], label: string, change: Partial<Action> = {}): Action {
  return { name, label, style: "plain", estimateId: "e-1", value: null, choices: null, ...change };
}

export const aFold = (sections: FlatSection[], change: Partial<Fold> = {}): Fold => ({
  kind: "fold",
  title: "The bill",
  summary: "36.00 USD a month",
  sections,
  open: anAction("show-part", "The bill", { value: "bill" }),
  ...change,
});

export function aTable(
  rows: string[][],
  change: Partial<Extract<Section, { kind: "table" }>["table"]> = {},
): FlatSection {
  const columns = [
    { name: "Line", align: "left" as const },
    { name: "Cost", align: "right" as const },
  ];
  return { kind: "table", table: { title: "Costs", columns, rows, total: null, ...change } };
}

export function aChart(bars: string[], series: { name: string; values: number[] }[]): FlatSection {
  return {
    kind: "chart",
    chart: { title: "Cost by platform", alt: "DOKS is cheapest.", currency: "USD", bars, series },
  };
}

type CardReply = Extract<Reply, { kind: "card" }>;
export function aReply(change: Partial<Omit<CardReply, "kind">> = {}): CardReply {
  return { kind: "card", card: aCard(), audience: "asker", estimateId: "e-1", replaces: false, ...change };
}

export function aForm(fields: Field[], change: Partial<Form> = {}): Form {
  return {
    name: "advise",
    title: "Where to run it",
    submitLabel: "Advise",
    steps: [{ title: "First", fields }],
    ...change,
  };
}

export const BUDGET: Extract<Field, { kind: "number" }> = {
  kind: "number",
  key: "budgetUsd",
  label: "Monthly budget",
  help: "Infrastructure only",
  value: "",
  minimum: 0,
  maximum: null,
  whole: false,
  required: false,
  unit: "USD",
};
export const CLOUD: Extract<Field, { kind: "choice" }> = {
  kind: "choice",
  key: "existingCloud",
  label: "Cloud in use",
  help: null,
  value: "none",
  required: true,
  options: ["none", "aws", "azure", "gcp", "hetzner"].map((value) => ({ value, label: value, description: null })),
};
export const MANIFEST: Extract<Field, { kind: "file" }> = {
  kind: "file",
  key: "manifest",
  label: "Manifest",
  help: null,
  extensions: [".yaml", "json"],
};
