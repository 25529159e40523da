import type { IncomingMessage, RequestListener } from "node:http";
import { App, type AppOptions, type HTTPReceiver, webApi } from "@slack/bolt";
import type { Conversation } from "../../app/conversation.ts";
import { LATE, within } from "../../app/delivery/late.ts";
import { LifeCycle } from "../../app/delivery/life-cycle.ts";
import { gathered } from "../../app/gathered.ts";
import type { Departures } from "../../app/ports/data.ts";
import type { JobQueue, Receipts } from "../../app/ports/job-queue.ts";
import type { Log } from "../../app/ports/process.ts";
import type { InstallationStore } from "../../app/ports/sessions.ts";
import { acknowledgeAnswered } from "./acknowledge.ts";
import { boltLogger } from "./bolt-logger.ts";
import { logError } from "./errors.ts";
import { Identity } from "./identity.ts";
import { listen } from "./listen.ts";
import { sealer } from "./metadata.ts";
import { People } from "./people.ts";
import { httpReceiver, type SlackConfig, socketReceiver } from "./receivers.ts";
import { GATHER_MS } from "./redraw.ts";
import type { StoredEvent } from "./stored-event.ts";
import { slackTransport } from "./transport.ts";
import { eventLoopTurns } from "./turns.ts";
import { clientOptions } from "./web.ts";

export interface SlackShell {
  /** Resolves when Slack knows us, or after ten seconds of trying, which then goes on. @throws when it refuses the tokens. */
  start(): Promise<void>;
  /** Takes nothing new and waits, with an end to it, for what is being answered. */
  stop(): Promise<void>;
  /** Answers what another process had acknowledged and could not, until nothing more is due. */
  takeOver(): Promise<void>;
  /** Whether events reach us. */
  isReady(): boolean;
  /** Everything below `/slack/`: events, and with OAuth `/slack/install` and `/slack/oauth_redirect`. */
  requestListener: RequestListener;
}

const CONNECT_MS = 10_000;

/** Slack as one of the places where people talk to the advisor. `installations` is needed for many workspaces only. */
export function slackShell(options: {
  config: SlackConfig;
  conversation: Conversation;
  receipts: Receipts;
  queue: JobQueue;
  installations: InstallationStore | null;
  departures: Pick<Departures, "left">;
  log: Log;
}): SlackShell {
  const { config, conversation, receipts, queue, installations, log } = options;
  const logger = boltLogger(log);
  const web = httpReceiver(config, installations, logger);
  const socket = config.appToken === undefined ? null : socketReceiver(config.appToken, config.apiUrl, logger);
  const identity = config.botToken === undefined ? null : new Identity(config.botToken, config.apiUrl, logger);
  const app = new App({
    receiver: socket?.receiver ?? web,
    ...authorization(identity, web, socket !== null),
    clientOptions: clientOptions(config.apiUrl, logger),
    convoStore: false,
    logger,
  });
  acknowledgeAnswered(app);
  const sealed = sealer(config.signingSecret ?? config.appToken ?? "");
  const edits = gathered(GATHER_MS);
  const slack = {
    conversation,
    receipts,
    people: new People(),
    redrawn: (key: string, draw: () => Promise<void>) => cycle.track(edits(key, draw)),
    nextTurn: eventLoopTurns(),
    log,
    sealed,
    apiUrl: config.apiUrl,
  };
  const clientOf = async (from: StoredEvent["from"]) => {
    const { botToken } = identity ? await identity.find() : await installed(web, from);
    return new webApi.WebClient(botToken, clientOptions(config.apiUrl, logger));
  };
  const cycle: LifeCycle = new LifeCycle(slackTransport(slack, clientOf), { queue, receipts, log });
  app.use(({ next }) => cycle.track(next()));
  listen(app, { slack, cycle }, options);
  return {
    async start() {
      const connecting = Promise.all([identity?.find(), socket?.connect()]);
      if ((await within(connecting, CONNECT_MS)) !== LATE) return;
      log.warn({}, "Slack does not answer yet; still trying");
      connecting.catch((error: unknown) => logError(error, log));
    },
    stop: () => cycle.stop(async () => socket?.disconnect()),
    takeOver: () => cycle.takeOver(),
    isReady: () => (identity?.known ?? true) && (socket?.connected() ?? true),
    requestListener: listener(web),
  };
}

/** How Bolt finds the token of the workspace an event comes from. The HTTP receiver brings its installer's own way. */
function authorization(
  identity: Identity | null,
  web: HTTPReceiver,
  socketMode: boolean,
): Pick<AppOptions, "authorize"> {
  if (identity) return { authorize: () => identity.find() };
  return socketMode && web.installer ? { authorize: web.installer.authorize } : {};
}

const MAX_SKEW_MS = 5 * 60_000; // https://docs.slack.dev/authentication/verifying-requests-from-slack/

/** Whether it was signed by a clock that runs ahead of ours by more than Slack allows. Bolt itself refuses old stamps only. */
const isAhead = ({ headers }: IncomingMessage) =>
  Number(headers["x-slack-request-timestamp"] ?? 0) * 1_000 > Date.now() + MAX_SKEW_MS;

/** Bolt's listener, with 404 for paths it does not know. */
function listener(web: HTTPReceiver): RequestListener {
  return (request, response) => {
    if (isAhead(request)) return void response.writeHead(401).end();
    try {
      web.requestListener(request, response);
    } catch {
      response.writeHead(404).end();
    }
  };
}

/** The token of the workspace that it came through. @throws when the app is not installed there any more. */
function installed(web: HTTPReceiver, { teamId, enterpriseId, isEnterpriseInstall }: StoredEvent["from"]) {
  if (!web.installer) throw new Error("an event of a workspace without an installation");
  return web.installer.authorize({ teamId, enterpriseId, isEnterpriseInstall });
}
