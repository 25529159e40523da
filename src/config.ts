import { z } from "zod";
import { DATABASE_LIMITS, type DatabaseLimits } from "./adapters/store/limits.ts";
import type { AskingLimits } from "./app/limited.ts";
import { UserError } from "./core/errors.ts";
import { PRICE_SETTINGS, type PriceSourcesConfig, priceSecrets, priceSourcesConfig } from "./price-sources-config.ts";
import { SIGN_IN_CHECKS, SIGN_IN_SETTINGS, type SignInConfig, signInConfig } from "./sign-in-config.ts";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
/** Longer than a load balancer takes to hear that it should ask another process. */
const DRAIN_MS = 5_000;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const Switch = z.enum(["on", "off"]).optional();
const Text = z.string().optional();
const Url = z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional();
const Snowflake = /^\d{17,20}$/; // https://docs.discord.com/developers/reference#snowflakes

const SHARDS_SAY = "must be auto, or this process's shards and their total, as in 0,1/4";

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, "must be a whole number")
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`);

/** Every setting, as it stands in the environment. `.env.example` says what each is for. */
export const Environment = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: whole(0, 65_535).default(3000),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must start with postgres:// or postgresql://" })
    .optional(),
  DATABASE_CONNECT_MS: whole(100, 600_000).default(DATABASE_LIMITS.connectMs),
  DATABASE_STATEMENT_MS: whole(100, 600_000).default(DATABASE_LIMITS.statementMs),
  DATABASE_LOCK_MS: whole(100, 600_000).default(DATABASE_LIMITS.lockMs),
  DATABASE_IDLE_MS: whole(1_000, 600_000).default(DATABASE_LIMITS.idleMs),
  DRAIN_MS: whole(0, 600_000).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
  PRICING_DIR: Text,
  CATALOG_URL: Url,
  CATALOG_CHECK_SECONDS: whole(1, 86_400).default(60),
  ...PRICE_SETTINGS,
  LIMIT_PER_PERSON: whole(0, 1_000_000).default(30),
  LIMIT_PER_WORKSPACE: whole(0, 1_000_000).default(600),
  RETENTION_DAYS: whole(1, 36_500).default(730),
  RETENTION_SHARED_DAYS: whole(1, 36_500).optional(),
  UNINSTALL_ERASE_DAYS: whole(1, 3_650).default(30),
  PLAYGROUND: Switch,
  METRICS: Switch,
  API: Switch,
  ACCESS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  ...SIGN_IN_SETTINGS,
  SLACK_BOT_TOKEN: z.string().startsWith("xoxb-", "must start with xoxb-").optional(),
  SLACK_SIGNING_SECRET: Text,
  SLACK_APP_TOKEN: z.string().startsWith("xapp-", "must start with xapp-").optional(),
  SLACK_CLIENT_ID: Text,
  SLACK_CLIENT_SECRET: Text,
  SLACK_STATE_SECRET: Text,
  TOKEN_KEY: z
    .string()
    .regex(
      /^\s*([0-9a-f]{64}|[\w+/-]{43}=?)(\s*,\s*([0-9a-f]{64}|[\w+/-]{43}=?))*\s*$/i,
      "must be 32 bytes in hexadecimal or base64, or several such keys with commas between: make one with `openssl rand -hex 32`",
    )
    .optional(),
  SLACK_API_URL: Url,
  DISCORD_TOKEN: Text,
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, "must be the 64 hexadecimal digits of the application's General Information page")
    .optional(),
  DISCORD_APPLICATION_ID: z.string().regex(Snowflake, "must be the application's id, 17 to 20 digits").optional(),
  DISCORD_GUILD_IDS: z
    .string()
    .transform((ids) => ids.split(",").map((id) => id.trim()))
    .pipe(z.array(z.string().regex(Snowflake, "must be server ids of 17 to 20 digits, with commas between")))
    .optional(),
  DISCORD_SHARDS: z
    .string()
    .regex(/^(auto|\d+(,\d+)*\/\d+)$/, SHARDS_SAY)
    .transform(shardsOf)
    .refine(
      (set) => set.shards === "auto" || set.shards.every((id) => "shardCount" in set && id < set.shardCount),
      SHARDS_SAY,
    )
    .optional(),
  DISCORD_MESSAGE_CONTENT: Switch,
  DISCORD_API_URL: Url,
});
type Environment = z.infer<typeof Environment>;

/** Events come over Socket Mode where `appToken` is set. A bot token serves one workspace, a client id many. */
export interface SlackConfig {
  botToken?: string;
  appToken?: string;
  signingSecret?: string;
  clientId?: string;
  clientSecret?: string;
  stateSecret?: string;
  apiUrl?: string; // left out: Slack's own
}

export interface DiscordConfig {
  token: string;
  publicKey?: string; // set: signed HTTP interactions in place of the gateway
  applicationId?: string; // left out: asked of Discord at start
  guildIds?: string[]; // where commands are registered; left out: everywhere
  shards?: "auto" | number[]; // this process's, of `shardCount`
  shardCount?: number;
  messageContent: boolean; // whether the bot may read messages that do not mention it
  apiUrl?: string; // left out: Discord's own
}

export interface Config {
  host: string;
  port: number;
  loopback: boolean; // true: only this machine can connect
  dataDir: string;
  databaseUrl: string | null; // null: an SQLite file in `dataDir`
  limits: DatabaseLimits;
  drainMs: number; // how long requests are answered after the process was told to stop
  logLevel: (typeof LOG_LEVELS)[number];
  pricingDir: string | null; // null: the catalog that comes with the program
  catalogUrl: string | null; // where a running process looks for a newer catalog; null: in the folder of its own
  catalogCheckMs: number; // how often
  priceSources: PriceSourcesConfig; // where prices are refreshed from
  asking: AskingLimits;
  retentionDays: number; // of drafts that nobody shared
  retentionSharedDays: number | null; // of what was shared; null: kept for good
  uninstallEraseDays: number; // from the app's removal to the end of all that is kept about that workspace
  playground: boolean;
  metrics: boolean;
  api: boolean; // for programs: JSON over HTTP
  accessToken: string | null; // not null: the metrics ask for it, and the API
  signIn: SignInConfig | null; // null: nobody signs in to the playground
  trustedProxies: string[]; // addresses and ranges whose word is taken for where a request comes from
  tokenKey: string | null; // encrypts what many Slack workspaces entrust to the store; several: the first seals, all open
  slack: SlackConfig | null; // null: not joined
  discord: DiscordConfig | null; // null: not joined
  secrets: string[]; // values that no log line may show
}

/**
 * The settings in `env`. An empty value counts as none, so that a line of `.env` can be left blank.
 * @throws {UserError} naming every setting at fault, with what is allowed and what to do.
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = Environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim())));
  const faults = parsed.success ? crossFaults(parsed.data) : parsed.error.issues.map(fieldFault);
  if (!parsed.success || faults.length > 0) {
    throw new UserError(
      `${faults.length === 1 ? "A setting is" : `${faults.length} settings are`} wrong:\n${faults.map((f) => `  - ${f}`).join("\n")}`,
      "Every setting is described in .env.example.",
    );
  }
  return toConfig(parsed.data);
}

function fieldFault(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]);
  const says = issue.code === "invalid_value" ? `must be one of ${issue.values.join(", ")}` : issue.message;
  return `${name} ${says}.`; // never the value: it may be a secret
}

interface CrossCheck {
  when: (env: Environment) => unknown;
  says: string;
}

const inPublic = (env: Environment) => !LOOPBACK.test(env.HOST) && !env.ACCESS_TOKEN;
/** Where people sign in on the loopback, a proxy may stand before it: then programs need the token, too. */
const openToPrograms = (env: Environment) =>
  !env.ACCESS_TOKEN && (!LOOPBACK.test(env.HOST) || signInConfig(env) !== null);
const oauth = (env: Environment) => env.SLACK_CLIENT_ID || env.SLACK_CLIENT_SECRET;
const wholeOauth = (env: Environment) =>
  env.SLACK_CLIENT_ID && env.SLACK_CLIENT_SECRET && env.SLACK_STATE_SECRET && env.TOKEN_KEY;
const slack = (env: Environment) => env.SLACK_BOT_TOKEN || oauth(env);

const CROSS_CHECKS: CrossCheck[] = [
  {
    when: (env) => env.PLAYGROUND === "on" && !LOOPBACK.test(env.HOST) && signInConfig(env) === null,
    says: "PLAYGROUND is on and HOST is not the loopback address, so strangers could open it: set ACCESS_TOKEN, or let people sign in with Slack or Discord.",
  },
  {
    when: (env) => env.METRICS === "on" && inPublic(env),
    says: "METRICS is on and HOST is not the loopback address, so strangers could read it: set ACCESS_TOKEN.",
  },
  {
    when: (env) => env.API === "on" && openToPrograms(env),
    says: "API is on where strangers could use it, since HOST is not the loopback address or people sign in: set ACCESS_TOKEN.",
  },
  {
    when: (env) => slack(env) && !env.SLACK_SIGNING_SECRET && !env.SLACK_APP_TOKEN,
    says: "Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (signed HTTP) to receive anything.",
  },
  {
    when: (env) => (env.SLACK_SIGNING_SECRET || env.SLACK_APP_TOKEN) && !slack(env),
    says: "Slack needs SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many.",
  },
  {
    when: (env) => env.SLACK_BOT_TOKEN && oauth(env) && !env.SIGN_IN_SLACK_TEAMS,
    says: "SLACK_BOT_TOKEN serves one workspace and SLACK_CLIENT_ID many: set one of the two, or SIGN_IN_SLACK_TEAMS where the client is there to sign in.",
  },
  {
    when: (env) => !env.SLACK_BOT_TOKEN && oauth(env) && !wholeOauth(env),
    says: "Many Slack workspaces need all of SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET and TOKEN_KEY.",
  },
  {
    when: (env) => !env.DISCORD_TOKEN && (env.DISCORD_PUBLIC_KEY || env.DISCORD_APPLICATION_ID),
    says: "Discord needs DISCORD_TOKEN, from the application's Bot page.",
  },
  ...SIGN_IN_CHECKS,
];

const crossFaults = (env: Environment) => CROSS_CHECKS.filter(({ when }) => when(env)).map(({ says }) => says);

function toConfig(env: Environment): Config {
  const loopback = LOOPBACK.test(env.HOST);
  const switched = (value: "on" | "off" | undefined) => (value ? value === "on" : loopback);
  return {
    host: env.HOST,
    port: env.PORT,
    loopback,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    limits: {
      connectMs: env.DATABASE_CONNECT_MS,
      statementMs: env.DATABASE_STATEMENT_MS,
      lockMs: env.DATABASE_LOCK_MS,
      idleMs: env.DATABASE_IDLE_MS,
    },
    drainMs: env.DRAIN_MS ?? (loopback ? 0 : DRAIN_MS),
    logLevel: env.LOG_LEVEL,
    pricingDir: env.PRICING_DIR ?? null,
    catalogUrl: env.CATALOG_URL ?? null,
    catalogCheckMs: env.CATALOG_CHECK_SECONDS * 1_000,
    priceSources: priceSourcesConfig(env),
    asking: { perPerson: env.LIMIT_PER_PERSON || null, perWorkspace: env.LIMIT_PER_WORKSPACE || null },
    retentionDays: env.RETENTION_DAYS,
    retentionSharedDays: env.RETENTION_SHARED_DAYS ?? null,
    uninstallEraseDays: env.UNINSTALL_ERASE_DAYS,
    playground: switched(env.PLAYGROUND),
    metrics: switched(env.METRICS),
    api: switched(env.API) && !openToPrograms(env),
    accessToken: env.ACCESS_TOKEN ?? null,
    signIn: signInConfig(env),
    trustedProxies: env.TRUSTED_PROXIES ?? [],
    tokenKey: env.TOKEN_KEY ?? null,
    slack: slackConfig(env),
    discord: discordConfig(env),
    secrets: secretsOf(env),
  };
}

function slackConfig(env: Environment): SlackConfig | null {
  if (!slack(env)) return null;
  return given({
    botToken: env.SLACK_BOT_TOKEN,
    appToken: env.SLACK_APP_TOKEN,
    signingSecret: env.SLACK_SIGNING_SECRET,
    ...(env.SLACK_BOT_TOKEN ? {} : manyWorkspaces(env)), // with a bot token the client only lets people sign in
    apiUrl: env.SLACK_API_URL,
  });
}

const manyWorkspaces = (env: Environment) => ({
  clientId: env.SLACK_CLIENT_ID,
  clientSecret: env.SLACK_CLIENT_SECRET,
  stateSecret: env.SLACK_STATE_SECRET,
});

function discordConfig(env: Environment): DiscordConfig | null {
  if (!env.DISCORD_TOKEN) return null;
  const optional = given({
    publicKey: env.DISCORD_PUBLIC_KEY,
    applicationId: env.DISCORD_APPLICATION_ID,
    guildIds: env.DISCORD_GUILD_IDS,
    apiUrl: env.DISCORD_API_URL,
  });
  const messageContent = env.DISCORD_MESSAGE_CONTENT === "on";
  return { token: env.DISCORD_TOKEN, messageContent, ...optional, ...env.DISCORD_SHARDS };
}

function shardsOf(text: string): { shards: "auto" } | { shards: number[]; shardCount: number } {
  if (text === "auto") return { shards: "auto" };
  const [ids = "", total] = text.split("/");
  return { shards: ids.split(",").map(Number), shardCount: Number(total) };
}

/** The same without the keys that hold nothing. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

function secretsOf(env: Environment): string[] {
  const password = env.DATABASE_URL && new URL(env.DATABASE_URL).password;
  const secrets = [
    password,
    env.ACCESS_TOKEN,
    env.SLACK_BOT_TOKEN,
    env.SLACK_SIGNING_SECRET,
    env.SLACK_APP_TOKEN,
    env.SLACK_CLIENT_SECRET,
    env.SLACK_STATE_SECRET,
    ...(env.TOKEN_KEY?.split(",").map((key) => key.trim()) ?? []),
    env.DISCORD_TOKEN,
    env.DISCORD_CLIENT_SECRET,
    ...priceSecrets(env),
  ];
  return [...new Set(secrets.filter((secret) => secret !== undefined).filter((secret) => secret !== ""))];
}
