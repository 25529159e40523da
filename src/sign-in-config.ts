import { z } from "zod";

const list = (each: RegExp, says: string) =>
  z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .pipe(z.array(z.string().regex(each, says)))
    .optional();

/** The settings of signing in to the playground, as they stand in the environment. */
export const SIGN_IN_SETTINGS = {
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  TRUSTED_PROXIES: list(
    /^([\d.]+|[\da-f]*:[\da-f:.]+)(\/\d{1,3})?$/i,
    "must be addresses or ranges such as 10.0.0.0/8, with commas between",
  ),
  SIGN_IN_SLACK_TEAMS: list(/^[TE][A-Z\d]+$/, "must be workspace ids such as T0123, with commas between"),
  SIGN_IN_DISCORD_SERVERS: list(/^\d{17,20}$/, "must be server ids of 17 to 20 digits, with commas between"),
  DISCORD_CLIENT_SECRET: z.string().optional(),
  PLAYGROUND_ADMINS: list(
    /^(slack:[UW][A-Z\d]+|discord:\d{17,20})$/,
    "must be people such as slack:U0123 or discord:123456789012345678, with commas between",
  ),
};

const Settings = z.object(SIGN_IN_SETTINGS);

/** Those settings, and the ones of the platforms that signing in shares with them. */
type SignInEnvironment = z.infer<typeof Settings> & {
  ACCESS_TOKEN?: string | undefined;
  SLACK_CLIENT_ID?: string | undefined;
  SLACK_CLIENT_SECRET?: string | undefined;
  SLACK_API_URL?: string | undefined;
  DISCORD_APPLICATION_ID?: string | undefined;
  DISCORD_API_URL?: string | undefined;
};

/** How people of the playground say who they are: to Slack or Discord, or by the access token where both are null. */
export interface SignInConfig {
  publicUrl: string | null; // where people reach the playground; not null with Slack or Discord
  slack: { issuer: string; clientId: string; clientSecret: string; teams: string[] } | null;
  discord: { apiUrl: string; clientId: string; clientSecret: string; servers: string[] } | null;
  admins: string[]; // ids such as slack:U0123
}

const SLACK = "https://slack.com";
const DISCORD_API = "https://discord.com/api";

/** What has to be set with what, for signing in. */
export const SIGN_IN_CHECKS: { when: (env: SignInEnvironment) => unknown; says: string }[] = [
  {
    when: (env) => env.SIGN_IN_SLACK_TEAMS && !(env.SLACK_CLIENT_ID && env.SLACK_CLIENT_SECRET && env.PUBLIC_URL),
    says: "SIGN_IN_SLACK_TEAMS needs SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and PUBLIC_URL.",
  },
  {
    when: (env) =>
      env.SIGN_IN_DISCORD_SERVERS && !(env.DISCORD_APPLICATION_ID && env.DISCORD_CLIENT_SECRET && env.PUBLIC_URL),
    says: "SIGN_IN_DISCORD_SERVERS needs DISCORD_APPLICATION_ID, DISCORD_CLIENT_SECRET and PUBLIC_URL.",
  },
];

/** Null where nobody signs in. */
export function signInConfig(env: SignInEnvironment): SignInConfig | null {
  const [slack, discord] = [slackSignIn(env), discordSignIn(env)];
  if (!env.ACCESS_TOKEN && slack === null && discord === null) return null;
  return { publicUrl: env.PUBLIC_URL ?? null, slack, discord, admins: env.PLAYGROUND_ADMINS ?? [] };
}

function slackSignIn(env: SignInEnvironment): SignInConfig["slack"] {
  const { SIGN_IN_SLACK_TEAMS: teams, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  if (!teams || !clientId || !clientSecret) return null;
  return { issuer: new URL(env.SLACK_API_URL ?? SLACK).origin, clientId, clientSecret, teams };
}

function discordSignIn(env: SignInEnvironment): SignInConfig["discord"] {
  const { SIGN_IN_DISCORD_SERVERS: servers, DISCORD_APPLICATION_ID: clientId } = env;
  const { DISCORD_CLIENT_SECRET: clientSecret, DISCORD_API_URL: apiUrl = DISCORD_API } = env;
  return servers && clientId && clientSecret ? { apiUrl, clientId, clientSecret, servers } : null;
}
