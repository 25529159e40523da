import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as bodyText, buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { accepted, METHODS, Refused, written } from "./methods.ts";
import { Workspace } from "./workspace.ts";

/** What the next call of a method gets instead of its answer. */
export type Trouble = { status: number; retryAfter?: number } | { error: string } | "hang" | "unheard"; // "unheard": done, but never answered

interface Call {
  method: string;
  args: Record<string, string>;
}

/** Slack on the loopback: its Web API, reply addresses, Socket Mode, file store and OAuth, with Slack's refusals. */
export class SlackStandIn {
  readonly workspaces: Workspace[] = [];
  readonly calls: Call[] = [];
  readonly sockets = new Set<WebSocket>();
  readonly appToken = "xapp-1-stand-in";
  slowMs = 0; // the longest that it takes before it looks at a call
  readonly client = { id: "111.222", secret: "client-secret" };
  readonly downloads = new Map<string, { type: string; bytes: Buffer }>();
  private readonly codes = new Map<string, Workspace>();
  private readonly troubles = new Map<string, Trouble[]>();
  private readonly server = createServer((request, response) => void this.serve(request, response));
  private readonly upgrades = new WebSocketServer({ noServer: true });

  static async start(): Promise<SlackStandIn> {
    const slack = new SlackStandIn();
    slack.server.on("upgrade", (request, socket, head) => {
      slack.upgrades.handleUpgrade(request, socket, head, (connection) => slack.connected(connection));
    });
    await new Promise<void>((resolve) => slack.server.listen(0, "127.0.0.1", resolve));
    return slack;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get apiUrl(): string {
    return `${this.origin}/api/`;
  }

  workspace(id: string, botToken = `xoxb-${id}`): Workspace {
    const workspace = new Workspace(id, botToken);
    this.workspaces.push(workspace);
    return workspace;
  }

  /** What Slack hands the browser after somebody pressed "Allow". */
  codeFor(workspace: Workspace): string {
    const code = randomBytes(8).toString("hex");
    this.codes.set(code, workspace);
    return code;
  }

  /** The next calls of `method` ("reply" for reply addresses) get these instead, in order. */
  trouble(method: string, ...troubles: Trouble[]): void {
    this.troubles.set(method, [...(this.troubles.get(method) ?? []), ...troubles]);
  }

  callsOf(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, kind, ...rest] = new URL(request.url ?? "", this.origin).pathname.split("/");
    const tail = rest.join("/");
    if (this.slowMs > 0) await sleep(Math.random() * this.slowMs);
    try {
      if (kind === "api") await this.callMethod(tail, request, response);
      else if (kind === "reply") await this.takeReply(`/reply/${tail}`, request, response);
      else if (kind === "upload") await this.takeUpload(tail, request, response);
      else if (kind === "files") this.handOut(tail, request, response);
      else response.writeHead(404).end();
    } catch (error) {
      response.writeHead(500).end(String(error)); // a fault of the stand-in or its test
    }
  }

  private async callMethod(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const args = Object.fromEntries(new URLSearchParams(await bodyText(request)));
    this.calls.push({ method, args });
    const trouble = this.troubled(method, response);
    if (trouble !== null && trouble !== "unheard") return;
    try {
      const result = this.result(method, args, request.headers.authorization ?? "");
      if (trouble === null) answer(response, { ok: true, ...result });
    } catch (error) {
      const refused = error instanceof Refused ? error : new Refused("invalid_arguments", [String(error)]);
      answer(response, { ok: false, error: refused.message, response_metadata: { messages: refused.messages } });
    }
  }

  private result(method: string, args: Record<string, string>, authorization: string): Record<string, unknown> {
    if (method === "oauth.v2.access") return this.install(args, authorization);
    if (method === "apps.connections.open") {
      if (authorization !== `Bearer ${this.appToken}`) throw new Refused("invalid_auth");
      return { url: `${this.origin.replace("http", "ws")}/link/?ticket=${randomBytes(4).toString("hex")}` };
    }
    const workspace = this.workspaces.find(({ botToken }) => authorization === `Bearer ${botToken}`);
    if (!workspace) throw new Refused(authorization === "" ? "not_authed" : "invalid_auth");
    const run = METHODS[method];
    if (!run) throw new Refused("unknown_method");
    return run(workspace, args, this.origin);
  }

  // https://docs.slack.dev/reference/methods/oauth.v2.access
  private install(args: Record<string, string>, authorization: string): Record<string, unknown> {
    const basic = Buffer.from(authorization.replace("Basic ", ""), "base64").toString().split(":");
    const [id, secret] = args["client_id"] === undefined ? basic : [args["client_id"], args["client_secret"]];
    if (id !== this.client.id || secret !== this.client.secret) throw new Refused("bad_client_secret");
    const workspace = this.codes.get(args["code"] ?? "");
    if (!workspace) throw new Refused("invalid_code");
    this.codes.delete(args["code"] ?? "");
    return {
      access_token: workspace.botToken,
      token_type: "bot",
      scope: "commands,chat:write",
      bot_user_id: workspace.botUserId,
      app_id: "A1",
      team: { id: workspace.id, name: workspace.id },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: "U1" },
    };
  }

  // https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
  private async takeReply(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Reply.parse(JSON.parse(await bodyText(request)));
    this.calls.push({ method: "reply", args: { text: body.text ?? "" } });
    if (this.troubled("reply", response) !== null) return;
    const workspace = this.workspaces.find(({ id }) => path.startsWith(`/reply/${id}/`));
    const reply = workspace?.useReply(path) ?? "expired_url";
    if (!workspace || typeof reply === "string") {
      response.writeHead(404, { "content-type": "application/json" }).end(JSON.stringify({ ok: false, error: reply }));
      return;
    }
    try {
      const onlyFor = body.response_type === "in_channel" ? null : reply.user;
      if (body.delete_original && reply.message) workspace.remove(reply.message);
      else if (body.replace_original && reply.message) Object.assign(reply.message, accepted(body));
      else reply.message = workspace.add(written(workspace, reply.channel, body.thread_ts, onlyFor, body));
      answer(response, { ok: true });
    } catch (error) {
      answer(response, { ok: false, error: error instanceof Refused ? error.message : String(error) });
    }
  }

  private async takeUpload(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const type = request.headers["content-type"] ?? "";
    const form = await new Response(await buffer(request), { headers: { "content-type": type } }).formData();
    const [part] = form.values();
    const file = this.workspaces.flatMap(({ files }) => [...files.values()]).find((one) => one.id === id);
    if (file) file.text = typeof part === "string" ? part : ((await part?.text()) ?? "");
    response.writeHead(file ? 200 : 404).end("OK");
  }

  private handOut(name: string, request: IncomingMessage, response: ServerResponse): void {
    const file = this.downloads.get(name);
    const mayRead = this.workspaces.some(({ botToken }) => request.headers.authorization === `Bearer ${botToken}`);
    if (!mayRead || !file) response.writeHead(200, { "content-type": "text/html" }).end("<html>Sign in</html>");
    else response.writeHead(200, { "content-type": file.type }).end(file.bytes);
  }

  /** The trouble that the call was answered with, or is in for. */
  private troubled(method: string, response: ServerResponse): Trouble | null {
    const trouble = this.troubles.get(method)?.shift() ?? null;
    if (trouble === null || typeof trouble === "string") return trouble;
    if ("error" in trouble) answer(response, { ok: false, error: trouble.error });
    else {
      const headers = trouble.retryAfter === undefined ? {} : { "retry-after": String(trouble.retryAfter) };
      response.writeHead(trouble.status, headers).end();
    }
    return trouble;
  }

  private connected(socket: WebSocket): void {
    this.sockets.add(socket);
    socket.on("close", () => this.sockets.delete(socket));
    socket.send(JSON.stringify({ type: "hello", num_connections: this.sockets.size }));
  }
}

const Reply = z.strictObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  thread_ts: z.string().optional(),
  response_type: z.enum(["ephemeral", "in_channel"]).default("ephemeral"),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
});

function answer(response: ServerResponse, body: Record<string, unknown>): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
