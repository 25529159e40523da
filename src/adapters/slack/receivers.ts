import { HTTPReceiver, type Logger, SocketModeReceiver } from "@slack/bolt";
import type { InstallationStore } from "../../app/ports/sessions.ts";
import { boltInstallations } from "./installations.ts";

/** One workspace by `botToken`, or many by `clientId` and `clientSecret`. Socket Mode when `appToken` is set. */
export interface SlackConfig {
  botToken?: string;
  signingSecret?: string; // needed for HTTP
  appToken?: string;
  apiUrl?: string; // ends in /api/
  clientId?: string;
  clientSecret?: string;
  stateSecret?: string; // signs the state of an installation under way
}

/** What each is for stands in docs/slack-setup.md. */
export const BOT_SCOPES = [
  "app_mentions:read",
  "channels:history",
  "chat:write",
  "commands",
  "files:read",
  "files:write",
  "groups:history",
  "im:history",
  "mpim:history",
  "usergroups:read",
  "users:read",
];

const EVENTS_PATH = "/slack/events";
const BODY_LIMIT = "1mb"; // Slack's own payloads stay well below
const CALL_TIMEOUT_MS = 10_000;
const SLOWEST_RETRY_MS = 30_000;

/** Signed events over HTTP, unless Socket Mode brings them, and with OAuth the pages that install the app. */
export function httpReceiver(
  config: SlackConfig,
  installations: InstallationStore | null,
  logger: Logger,
): HTTPReceiver {
  const overHttp = config.appToken === undefined;
  return new HTTPReceiver({
    signingSecret: config.signingSecret ?? "",
    signatureVerification: overHttp,
    endpoints: overHttp ? [EVENTS_PATH] : [],
    bodyLimit: BODY_LIMIT,
    logger,
    ...(installations === null ? {} : installer(config, installations)),
  });
}

type InstallerOptions = Partial<ConstructorParameters<typeof HTTPReceiver>[0]>;

function installer(config: SlackConfig, installations: InstallationStore): InstallerOptions {
  const { clientId, clientSecret, stateSecret, apiUrl } = config;
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined) return {};
  const elsewhere = apiUrl === undefined ? {} : { authorizationUrl: new URL("/oauth/v2/authorize", apiUrl).href };
  return {
    clientId,
    clientSecret,
    stateSecret,
    scopes: BOT_SCOPES,
    installationStore: boltInstallations(installations),
    installerOptions: { clientOptions: { ...slackAt(apiUrl), timeout: CALL_TIMEOUT_MS }, ...elsewhere },
  };
}

export interface Socket {
  receiver: SocketModeReceiver;
  /** Resolves when connected; from then on a lost connection is made again. @throws when Slack refuses the app token. */
  connect(): Promise<unknown>;
  disconnect(): Promise<void>;
  connected(): boolean;
}

/** Socket Mode. While Slack is away it keeps trying: the SDK's own limit on tries would end in an unhandled rejection. */
export function socketReceiver(appToken: string, apiUrl: string | undefined, logger: Logger): Socket {
  const retryConfig = { forever: true, minTimeout: 1_000, factor: 1.5, maxTimeout: SLOWEST_RETRY_MS };
  const clientOptions = { ...slackAt(apiUrl), timeout: CALL_TIMEOUT_MS, retryConfig };
  const receiver = new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions } });
  let connected = false;
  receiver.client.on("connected", () => {
    connected = true;
  });
  for (const event of ["close", "disconnecting", "disconnected"]) {
    receiver.client.on(event, () => {
      connected = false;
    });
  }
  return {
    receiver,
    connect: () => receiver.client.start(),
    disconnect: () => receiver.client.disconnect(),
    connected: () => connected,
  };
}

function slackAt(apiUrl: string | undefined): { slackApiUrl?: string } {
  return apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
}
