import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { SHORTCUT_CALLBACK } from "../../../src/adapters/slack/listen.ts";
import { BOT_SCOPES } from "../../../src/adapters/slack/receivers.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const schema = JSON.parse(read("test/fixtures/slack-manifest/manifest.schema.2.0.0.json"));
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

/** The manifest without what only says where events go. */
function withoutAddresses(manifest: Record<string, never>): unknown {
  const drop = new Set(["url", "request_url", "redirect_urls", "socket_mode_enabled"]);
  return JSON.parse(JSON.stringify(manifest, (key, value) => (drop.has(key) ? undefined : value)));
}

describe.each(["slack-manifest.yaml", "slack-manifest.socket.yaml"])("%s", (path) => {
  const manifest = parse(read(path));

  it("is what Slack's own schema asks for", () => {
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...manifest, features: { ...manifest.features, shortcuts: [] } })).toBe(false);
  });

  it("asks for the scopes the install page asks for, and names the shortcut the adapter listens to", () => {
    expect(manifest.oauth_config.scopes.bot).toEqual(BOT_SCOPES);
    expect(manifest.features.shortcuts).toMatchObject([{ type: "message", callback_id: SHORTCUT_CALLBACK }]);
  });

  it("has each scope explained in the setup guide", () => {
    for (const scope of BOT_SCOPES) expect(read("docs/slack-setup.md")).toContain(`| \`${scope}\` |`);
  });
});

it("describes the same app for both transports", () => {
  const [http, socket] = ["slack-manifest.yaml", "slack-manifest.socket.yaml"].map((path) => parse(read(path)));
  expect(withoutAddresses(http)).toEqual(withoutAddresses(socket));
  expect(http.settings.socket_mode_enabled).toBe(false);
  expect(socket.settings.socket_mode_enabled).toBe(true);
});
