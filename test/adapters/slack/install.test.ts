import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Tenant } from "../../../src/app/ports/asker.ts";
import type { InstallationStore } from "../../../src/app/ports/sessions.ts";
import { type SharedQueue, sharedQueue } from "../../app/delivery/job-queues.ts";
import type { Workspace } from "../../slack-stand-in/workspace.ts";
import { eventually, joined, type Setup, settled, TRANSPORTS } from "./setup.ts";

function kept(): InstallationStore & { byKey: Map<string, string> } {
  const byKey = new Map<string, string>();
  return {
    byKey,
    async save({ key, json }) {
      byKey.set(key, json);
    },
    get: async (key) => byKey.get(key) ?? null,
    async delete(key) {
      byKey.delete(key);
    },
  };
}

describe.each(TRANSPORTS)("many workspaces, events over %s", (transport) => {
  let at: Setup;
  let store: ReturnType<typeof kept>;
  let shared: SharedQueue;
  let left: string[];
  beforeEach(async () => {
    left = [];
    store = kept();
    shared = await sharedQueue();
    const config = { stateSecret: "state-secret" };
    const departures = { left: async ({ shell, id }: Tenant) => void left.push(`${shell}:${id}`) };
    at = await joined(transport, { config, installations: store, queue: shared.process(), departures });
  });
  afterEach(() => at.stop());

  /** What a browser does: opens the page, is sent to Slack, comes back with a code. */
  async function install(workspace: Workspace, change: { state?: string; cookie?: string } = {}): Promise<Response> {
    const page = await fetch(`${at.url}/slack/install`);
    const link = new URL(/<a href="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll("&amp;", "&") ?? "");
    expect(link.href).toContain(`${at.slack.origin}/oauth/v2/authorize`);
    expect(link.searchParams.get("scope")?.split(",")).toContain("commands");
    const back = new URL(`${at.url}/slack/oauth_redirect`);
    back.searchParams.set("code", at.slack.codeFor(workspace));
    back.searchParams.set("state", change.state ?? link.searchParams.get("state") ?? "");
    const cookie = change.cookie ?? page.headers.get("set-cookie")?.split(";")[0] ?? "";
    return fetch(back, { headers: { cookie }, redirect: "manual" });
  }

  it("installs, answers each workspace with its own token, and forgets one that leaves", async () => {
    const other = at.slack.workspace("T2");
    other.channel("C9");
    expect((await install(at.workspace)).ok).toBe(true);
    expect((await install(other)).ok).toBe(true);
    expect([...store.byKey.keys()]).toEqual(["T1", "T2"]);

    at.conversation.answer = () => ({ ...share });
    await at.ann.command("/k8s-advise", "mvp", "C1");
    await at.person("UZOE", other).command("/k8s-advise", "mvp", "C9");
    await at.message(({ channel }) => channel === "C1");
    await eventually(() => other.messages.find(({ channel }) => channel === "C9"));

    await at.person("UZOE", other).event({ type: "tokens_revoked", tokens: { oauth: ["UZOE"], bot: [] } });
    await settled();
    expect([...store.byKey.keys()]).toEqual(["T1", "T2"]);
    expect(left).toEqual([]);
    await at.person("UZOE", other).event({ type: "app_uninstalled" });
    await eventually(() => store.byKey.size === 1);
    expect([...store.byKey.keys()]).toEqual(["T1"]);
    expect(left).toEqual(["slack:T2"]);
    await at.ann.event({ type: "tokens_revoked", tokens: { bot: ["UBOT"] } });
    await eventually(() => store.byKey.size === 0);
  });

  it("answers what another process left unanswered with the token of its workspace", async () => {
    const other = at.slack.workspace("T2");
    other.channel("C9");
    await install(at.workspace);
    await install(other);
    const zoe = {
      team_id: "T2",
      user_id: "UZOE",
      channel_id: "C9",
      trigger_id: "1.2",
      response_url: "https://x.invalid",
    };
    const body = JSON.stringify({
      kind: "command",
      body: { command: "/k8s-advise", text: "mvp", ...zoe },
      from: { teamId: "T2", isEnterpriseInstall: false, botUserId: "UBOTT2" },
    });
    const left = { key: "command:1.2", personId: "UZOE", body };
    const jobs = shared.process();
    await jobs.keep(jobs.begin({ shell: "slack", id: "T2" }, left.key), left);
    await shared.fallSilent();
    at.conversation.answer = () => ({ ...share });
    await at.takeOver();
    await eventually(() => other.messages.find(({ channel }) => channel === "C9"));
    expect(at.conversation.heard).toMatchObject([{ intent: { kind: "command", text: "mvp" } }]);
    expect(at.workspace.messages).toEqual([]);
  });

  it("does not install without the state of that browser", async () => {
    for (const change of [{ state: "forged" }, { cookie: "" }, { cookie: "slack-app-oauth-state=another" }]) {
      expect((await install(at.workspace, change)).ok).toBe(false);
    }
    expect(store.byKey.size).toBe(0);
  });

  it("answers nobody in a workspace that did not install it", async () => {
    await at.ann.command("/k8s-advise", "mvp", "C1").catch(() => undefined);
    await settled();
    expect(at.conversation.heard).toEqual([]);
    expect(at.workspace.messages).toEqual([]);
  });
});

const share = {
  kind: "card" as const,
  card: { title: "DOKS", tone: "good" as const, fallback: "DOKS", sections: [], actions: [], files: [] },
  audience: "channel" as const,
  estimateId: "e-1",
  replaces: false,
};
