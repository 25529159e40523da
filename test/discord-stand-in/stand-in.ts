import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ZodError } from "zod";
import { Refusal } from "./faults.ts";
import { createGateway } from "./gateway.ts";
import { createInteractions, type Interaction } from "./interactions.ts";
import { type Call, createApi, readCall, reply } from "./rest.ts";
import { createWorld } from "./world.ts";

/** A fault to come: the next `times` calls that match are answered so. */
export interface Planned {
  method: string;
  path: RegExp;
  times: number;
  status: number | "unheard" | "lost"; // "lost": it is done all the same; neither is ever answered
  body?: object;
  headers?: Record<string, string>;
}

const RETRIED_AFTER_MS = 25;
const PATIENCE_MS = 10_000;

/** Discord on the loopback: REST, gateway, and signed requests to the bot when `endpoint` is set. */
export async function startDiscord(settings: { allowsContent?: boolean; patienceMs?: number } = {}) {
  const world = createWorld();
  const keys = generateKeyPairSync("ed25519");
  const calls: Call[] = [];
  const refused: string[] = [];
  const planned: Planned[] = [];
  const time = { offsetMs: 0 };
  const transport: { endpoint: string | null } = { endpoint: null };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const baseUrl = () => `http://127.0.0.1:${port}`;
  const now = () => Date.now() + time.offsetMs;
  const interactions = createInteractions(world, now);
  const gateway = createGateway(server, world, {
    allowsContent: settings.allowsContent ?? false,
    url: () => `ws://127.0.0.1:${port}/gateway`,
  });
  const api = createApi({
    world,
    interactions,
    now,
    baseUrl,
    onThread: (thread) => gateway.announce(thread),
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith("/files/")) return serveFile(request.url, response);
    const call = await readCall(request, world.token);
    calls.push(call);
    const fault = planned.find(
      ({ method, path, times }) => times > 0 && method === call.method && path.test(call.path),
    );
    if (fault !== undefined) {
      fault.times -= 1;
      if (typeof fault.status === "number")
        return reply(response, fault.status, fault.body ?? { message: "planned", code: 0 }, fault.headers);
      if (fault.status === "unheard") return;
    }
    try {
      const answer = api.handle(call);
      if (fault === undefined) reply(response, answer === undefined ? 204 : 200, answer);
    } catch (error) {
      refuse(response, call, error);
    }
  }

  function serveFile(url: string, response: ServerResponse): void {
    const upload = world.files.get(url.split("/")[2] ?? "");
    response.writeHead(upload === undefined ? 404 : 200).end(upload?.bytes);
  }

  function refuse(response: ServerResponse, call: Call, error: unknown): void {
    const refusal =
      error instanceof Refusal
        ? error
        : new Refusal(400, 50035, error instanceof ZodError ? error.message : String(error));
    refused.push(`${call.method} ${call.path}: ${refusal.code} ${refusal.message}`);
    reply(response, refusal.status, { message: refusal.message, code: refusal.code });
  }

  /** Sends an interaction the way this bot takes them. Over HTTP the response's body is the first answer. */
  async function deliver(interaction: Interaction, payload: object, guildId: string | null): Promise<void> {
    if (transport.endpoint === null) return gateway.dispatch("INTERACTION_CREATE", payload, guildId);
    const response = await postSigned(transport.endpoint, JSON.stringify(payload));
    if (response.status !== 200) return;
    try {
      interactions.respond(interaction, await response.json(), []);
    } catch (error) {
      refused.push(`response to ${interaction.id}: ${String(error)}`);
    }
  }

  /** The headers of a request that Discord signed; so many seconds ago, or with a clock that runs ahead. */
  function signed(body: string, ageSeconds = 0): Record<string, string> {
    const timestamp = String(Math.floor(Date.now() / 1_000) - ageSeconds);
    const signature = sign(null, Buffer.from(timestamp + body), keys.privateKey).toString("hex");
    return { "content-type": "application/json", "x-signature-ed25519": signature, "x-signature-timestamp": timestamp };
  }

  const postSigned = (endpoint: string, body: string, ageSeconds = 0): Promise<Response> =>
    fetch(endpoint, { method: "POST", headers: signed(body, ageSeconds), body });

  return {
    world,
    api,
    interactions,
    gateway,
    calls,
    /** Everything that was refused, in words: empty after a test in which the bot kept to the rules. */
    refused,
    apiUrl: `${baseUrl()}/api`,
    publicKey: keys.publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex"),
    transport,
    deliver,
    signed,
    postSigned,
    plan: (fault: Planned): void => void planned.push(fault),
    /** Lets this much time pass for tokens and deadlines. */
    advance: (ms: number): void => {
      time.offsetMs += ms;
    },
    /** Waits for something to be so. */
    until: async <Value>(find: () => Value | null | undefined | false, what = "it"): Promise<Value> => {
      for (const end = Date.now() + (settings.patienceMs ?? PATIENCE_MS); Date.now() < end; ) {
        const found = find();
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, RETRIED_AFTER_MS));
      }
      throw new Error(`waited in vain for ${what}; refused: ${refused.join(" | ") || "nothing"}`);
    },
    close: async (): Promise<void> => {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type Discord = Awaited<ReturnType<typeof startDiscord>>;
