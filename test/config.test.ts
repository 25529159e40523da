import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Environment, readConfig } from "../src/config.ts";
import { UserError } from "../src/core/errors.ts";

const KEY = "ab".repeat(32);
const OAUTH = { SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "hush", SLACK_STATE_SECRET: "sh", TOKEN_KEY: KEY };

function faultsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return "";
}

describe("readConfig", () => {
  it("needs no setting: the playground and the metrics on the loopback, no chat", () => {
    expect(readConfig({})).toEqual({
      host: "127.0.0.1",
      port: 3000,
      drainMs: 0,
      limits: { connectMs: 5_000, statementMs: 5_000, lockMs: 1_000, idleMs: 30_000 },
      loopback: true,
      dataDir: "./data",
      databaseUrl: null,
      logLevel: "info",
      pricingDir: null,
      catalogUrl: null,
      catalogCheckMs: 60_000,
      priceSources: {
        aws: {
          url: "https://pricing.us-east-1.amazonaws.com",
          spotUrl: "https://website.spot.ec2.aws.a2z.com/spot.json",
        },
        azure: { url: "https://prices.azure.com" },
        digitalocean: { url: "https://api.digitalocean.com", token: null },
        gcp: { url: "https://cloudbilling.googleapis.com", key: null },
        hetzner: { url: "https://api.hetzner.cloud/v1", token: null },
        ovh: { url: "https://eu.api.ovh.com" },
        scaleway: { url: "https://api.scaleway.com" },
      },
      asking: { perPerson: 30, perWorkspace: 600 },
      retentionDays: 730,
      retentionSharedDays: null,
      uninstallEraseDays: 30,
      playground: true,
      metrics: true,
      api: true,
      accessToken: null,
      signIn: null,
      trustedProxies: [],
      slack: null,
      discord: null,
      tokenKey: null,
      secrets: [],
    });
  });

  it("takes a blank line for no setting, and leaves other people's settings alone", () => {
    expect(readConfig({ PORT: "", SLACK_BOT_TOKEN: " ", PATH: "/bin" }).port).toBe(3000);
  });

  it("names every fault at once, and never repeats a value", () => {
    const faults = faultsOf({ PORT: "99999", LOG_LEVEL: "loud", SLACK_BOT_TOKEN: "secret-without-prefix" });
    expect(faults).toMatch(/^3 settings are wrong:/);
    expect(faults).toContain("PORT must be from 0 to 65535.");
    expect(faults).toContain("LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.");
    expect(faults).toContain("SLACK_BOT_TOKEN must start with xoxb-.");
    expect(faults).not.toContain("secret-without-prefix");
  });

  it.each([
    ["PORT", "80a", "whole number"],
    ["DATABASE_URL", "mysql://db", "postgres://"],
    ["PLAYGROUND", "yes", "on, off"],
    ["RETENTION_DAYS", "0", "from 1"],
    ["ACCESS_TOKEN", "short", "16 characters"],
    ["SLACK_APP_TOKEN", "xoxb-1", "xapp-"],
    ["SLACK_API_URL", "slack.com/api", "http"],
    ["TOKEN_KEY", "abcd", "openssl rand -hex 32"],
    ["TOKEN_KEY", `${KEY},abcd`, "several such keys"],
    ["UNINSTALL_ERASE_DAYS", "0", "from 1"],
    ["DISCORD_PUBLIC_KEY", "zz", "64 hexadecimal digits"],
    ["DISCORD_GUILD_IDS", "12, 34", "17 to 20 digits"],
    ["DISCORD_SHARDS", "0,1", "0,1/4"],
    ["PUBLIC_URL", "advise.example.com", "http"],
    ["TRUSTED_PROXIES", "10.0.0.0/8, proxy", "10.0.0.0/8"],
    ["SIGN_IN_SLACK_TEAMS", "acme", "T0123"],
    ["SIGN_IN_DISCORD_SERVERS", "12", "17 to 20 digits"],
    ["PLAYGROUND_ADMINS", "guest:ada", "slack:U0123"],
  ])("says what %s must be", (name, value, says) => {
    expect(faultsOf({ [name]: value })).toMatch(new RegExp(`${name} must .*${says}`));
  });

  it.each(["localhost", "127.0.0.1", "127.0.1.7", "::1"])("counts %s as this machine alone", (HOST) => {
    expect(readConfig({ HOST })).toMatchObject({ loopback: true, playground: true, metrics: true, api: true });
  });

  it("shows strangers neither the playground nor the metrics nor the API unless switched on by name", () => {
    const closed = { loopback: false, playground: false, metrics: false, api: false };
    expect(readConfig({ HOST: "0.0.0.0" })).toMatchObject(closed);
  });

  it.each(["PLAYGROUND", "METRICS"])("does not switch %s on for strangers without an access token", (name) => {
    expect(faultsOf({ HOST: "0.0.0.0", [name]: "on" })).toContain("set ACCESS_TOKEN");
    expect(faultsOf({ HOST: "0.0.0.0", [name]: "on", ACCESS_TOKEN: "0123456789abcdef" })).toBe("");
  });
});

describe("signing in", () => {
  const DISCORD = { DISCORD_TOKEN: "t", DISCORD_APPLICATION_ID: "123456789012345678", DISCORD_CLIENT_SECRET: "hush" };
  const SERVER = "223456789012345678";

  it("is by the access token under a name where nothing else is set", () => {
    const { signIn } = readConfig({ ACCESS_TOKEN: "0123456789abcdef" });
    expect(signIn).toEqual({ publicUrl: null, slack: null, discord: null, admins: [] });
  });

  it("is with Slack and Discord where those and the public address are set, without an access token", () => {
    const config = readConfig({
      HOST: "0.0.0.0",
      PLAYGROUND: "on",
      PUBLIC_URL: "https://advise.example.com",
      TRUSTED_PROXIES: "10.0.0.0/8, ::1",
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_APP_TOKEN: "xapp-1",
      SLACK_CLIENT_ID: "1.2",
      SLACK_CLIENT_SECRET: "hush",
      SIGN_IN_SLACK_TEAMS: "T1, T2",
      ...DISCORD,
      SIGN_IN_DISCORD_SERVERS: SERVER,
      PLAYGROUND_ADMINS: `slack:U1,discord:${SERVER}`,
    });
    expect(config.signIn).toEqual({
      publicUrl: "https://advise.example.com",
      slack: { issuer: "https://slack.com", clientId: "1.2", clientSecret: "hush", teams: ["T1", "T2"] },
      discord: {
        apiUrl: "https://discord.com/api",
        clientId: "123456789012345678",
        clientSecret: "hush",
        servers: [SERVER],
      },
      admins: ["slack:U1", `discord:${SERVER}`],
    });
    expect(config.trustedProxies).toEqual(["10.0.0.0/8", "::1"]);
    expect(config.slack).toEqual({ botToken: "xoxb-1", appToken: "xapp-1" }); // the client is not for many workspaces
  });

  it.each([
    ["SIGN_IN_SLACK_TEAMS", { SIGN_IN_SLACK_TEAMS: "T1", PUBLIC_URL: "https://a.example" }, "SLACK_CLIENT_ID"],
    ["SIGN_IN_DISCORD_SERVERS", { SIGN_IN_DISCORD_SERVERS: SERVER, ...DISCORD }, "PUBLIC_URL"],
  ])("wants more than %s", (name, env, says) => {
    expect(faultsOf(env)).toMatch(new RegExp(`${name} needs .*${says}`));
  });
});

describe("Slack's settings", () => {
  it("takes one workspace, and leaves out what is not set", () => {
    const { slack } = readConfig({
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_APP_TOKEN: "xapp-1",
      SLACK_SIGNING_SECRET: "sign",
    });
    expect(slack).toEqual({ botToken: "xoxb-1", appToken: "xapp-1", signingSecret: "sign" });
  });

  it("takes signed HTTP and many workspaces", () => {
    const config = readConfig({ ...OAUTH, SLACK_SIGNING_SECRET: "sign", SLACK_API_URL: "http://127.0.0.1:1/api/" });
    expect(config.tokenKey).toBe(KEY);
    const other = Buffer.alloc(32, 7).toString("base64");
    const rotated = readConfig({ ...OAUTH, TOKEN_KEY: `${other}, ${KEY}`, SLACK_SIGNING_SECRET: "sign" });
    expect(rotated.secrets).toEqual(expect.arrayContaining([other, KEY])); // each, so that no log line shows one
    expect(config.slack).toEqual({
      signingSecret: "sign",
      clientId: "1.2",
      clientSecret: "hush",
      stateSecret: "sh",
      apiUrl: "http://127.0.0.1:1/api/",
    });
  });

  it.each([
    ["a bot token with nothing to receive by", { SLACK_BOT_TOKEN: "xoxb-1" }, "SLACK_APP_TOKEN"],
    ["a signing secret with nothing to answer by", { SLACK_SIGNING_SECRET: "sign" }, "SLACK_BOT_TOKEN"],
    [
      "one workspace and many at once",
      { ...OAUTH, SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" },
      "one of the two",
    ],
    ["half an installation", { SLACK_CLIENT_ID: "1.2", SLACK_APP_TOKEN: "xapp-1" }, "SLACK_CLIENT_SECRET"],
  ])("refuses %s", (_what, env, says) => {
    expect(faultsOf(env)).toContain(says);
  });
});

describe("Discord's settings", () => {
  it("joins by token alone", () => {
    expect(readConfig({ DISCORD_TOKEN: "t" }).discord).toEqual({ token: "t", messageContent: false });
  });

  it("reads server ids and the shards of one process among several", () => {
    const ids = { DISCORD_GUILD_IDS: "123456789012345678, 223456789012345678", DISCORD_SHARDS: "2,3/8" };
    const { discord } = readConfig({ DISCORD_TOKEN: "t", ...ids });
    expect(discord?.guildIds).toEqual(["123456789012345678", "223456789012345678"]);
    expect(discord).toMatchObject({ shards: [2, 3], shardCount: 8 });
    expect(readConfig({ DISCORD_TOKEN: "t", DISCORD_SHARDS: "auto" }).discord?.shards).toBe("auto");
  });

  it("wants the shards to be some of their total", () => {
    expect(faultsOf({ DISCORD_TOKEN: "t", DISCORD_SHARDS: "4/4" })).toContain("DISCORD_SHARDS");
  });

  it("refuses a public key without a token", () => {
    expect(faultsOf({ DISCORD_PUBLIC_KEY: KEY })).toContain("DISCORD_TOKEN");
  });
});

describe("secrets", () => {
  it("are all known, so that no log line shows one", () => {
    const env = {
      ...OAUTH,
      SLACK_SIGNING_SECRET: "sign",
      ACCESS_TOKEN: "0123456789abcdef",
      DISCORD_TOKEN: "t",
      DATABASE_URL: "postgres://me:pass@db/x",
      HETZNER_TOKEN: "hetzner",
      GOOGLE_API_KEY: "google",
      DIGITALOCEAN_TOKEN: "ocean",
    };
    expect(readConfig(env).secrets.sort()).toEqual(
      ["0123456789abcdef", KEY, "google", "hetzner", "hush", "ocean", "pass", "sh", "sign", "t"].sort(),
    );
  });
});

describe(".env.example", () => {
  const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const names = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)];

  it("names every setting once and no other, each left blank", () => {
    expect(names.map(([, name]) => name).sort()).toEqual(Object.keys(Environment.shape).sort());
    expect(names.map(([, , value]) => value).filter(Boolean)).toEqual([]);
  });

  it("says each setting's default", () => {
    const paragraphs = example.split(/(?<=^[A-Z_]+=\n)(?=#|$)/m).filter((text) => /^[A-Z_]+=/m.test(text));
    expect(paragraphs.filter((text) => !text.includes("Default:"))).toEqual([]);
  });
});
