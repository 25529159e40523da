import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { botJson, channelJson, memberJson, rolesJson } from "./payloads.ts";
import { type Channel, ChannelKind, type World } from "./world.ts";

// https://docs.discord.com/developers/events/gateway
const HEARTBEAT_MS = 41_250;
const CONTENT_INTENT = 1 << 15;
const MAX_PAYLOAD_BYTES = 4_096; // from a client
const Frame = z.object({ op: z.int(), d: z.unknown() });
const Identify = z.object({ token: z.string(), intents: z.int(), shard: z.tuple([z.int(), z.int()]).optional() });
const Resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

interface Session {
  id: string;
  socket: WebSocket | null;
  intents: number;
  shard: [number, number];
  sent: { s: number; t: string; d: unknown }[]; // kept for a resume
}

export const INTENTS = {
  guilds: 1,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: CONTENT_INTENT,
} as const;

/** The gateway at `/gateway` of the server. `allowsContent` is the switch in the developer portal. */
export function createGateway(server: Server, world: World, settings: { allowsContent: boolean; url: () => string }) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD_BYTES });
  const sessions = new Map<string, Session>();
  const counts = { identified: 0, resumed: 0 };

  server.on("upgrade", (request, socket, head) => {
    if (!request.url?.startsWith("/gateway")) socket.destroy();
    else sockets.handleUpgrade(request, socket, head, welcome);
  });

  function welcome(socket: WebSocket): void {
    const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d, s: null, t: null }));
    send(10, { heartbeat_interval: HEARTBEAT_MS });
    socket.on("message", (data) => {
      const { op, d } = Frame.parse(JSON.parse(String(data)));
      if (op === 1) send(11, null);
      else if (op === 2) identify(socket, Identify.parse(d));
      else if (op === 6) resume(socket, Resume.parse(d), () => send(9, false));
    });
  }

  function identify(socket: WebSocket, { token, intents, shard = [0, 1] }: z.infer<typeof Identify>): void {
    const refusal = refusalOf(token, intents);
    if (refusal !== null) {
      socket.close(...refusal);
      return;
    }
    counts.identified += 1;
    const session: Session = { id: randomBytes(8).toString("hex"), socket, intents, shard, sent: [] };
    sessions.set(session.id, session);
    const guilds = isOn(session, world.guildId) ? [{ id: world.guildId, unavailable: true }] : [];
    emit(session, "READY", {
      v: 10,
      user: botJson(world),
      guilds,
      session_id: session.id,
      resume_gateway_url: settings.url(),
      shard,
      application: { id: world.applicationId, flags: 0 },
    });
    for (const { id } of guilds) emit(session, "GUILD_CREATE", guildJson(id));
  }

  function refusalOf(token: string, intents: number): [code: number, reason: string] | null {
    if (token !== world.token) return [4004, "Authentication failed."];
    const isDisallowed = (intents & CONTENT_INTENT) !== 0 && !settings.allowsContent;
    return isDisallowed ? [4014, "Disallowed intent(s)."] : null;
  }

  function resume(socket: WebSocket, { token, session_id, seq }: z.infer<typeof Resume>, invalid: () => void): void {
    const session = sessions.get(session_id);
    if (session === undefined || token !== world.token) {
      invalid();
      return;
    }
    counts.resumed += 1;
    session.socket = socket;
    for (const { s, t, d } of session.sent.filter((each) => each.s > seq))
      socket.send(JSON.stringify({ op: 0, s, t, d }));
    emit(session, "RESUMED", {});
  }

  function guildJson(id: string) {
    const channels = [...world.channels.values()].filter(({ guildId }) => guildId === id);
    const isThread = ({ type }: { type: number }) => type === ChannelKind.thread;
    return {
      id,
      name: "stand-in",
      owner_id: world.bob.id,
      roles: rolesJson(id),
      channels: channels.filter((each) => !isThread(each)).map(channelJson),
      threads: channels.filter(isThread).map(channelJson),
      members: [memberJson(world.ann), { ...memberJson(world.bob), user: botJson(world) }],
      member_count: 2,
      emojis: [],
      stickers: [],
      features: [],
      voice_states: [],
      presences: [],
      stage_instances: [],
      guild_scheduled_events: [],
      joined_at: "2026-01-01T00:00:00.000Z",
      large: false,
      unavailable: false,
    };
  }

  function emit(session: Session, t: string, d: unknown): void {
    const s = session.sent.length + 1;
    session.sent.push({ s, t, d });
    session.socket?.send(JSON.stringify({ op: 0, s, t, d }));
  }

  return {
    counts,
    /** To every session that asked for `intent` (0: all) and has the server's shard; direct messages go to shard 0. */
    dispatch(t: string, d: object, guildId: string | null, intent: number = 0): void {
      for (const session of sessions.values())
        if (isOn(session, guildId) && (session.intents & intent) === intent) emit(session, t, d);
    },
    hasContentIntent: () => [...sessions.values()].some(({ intents }) => (intents & CONTENT_INTENT) !== 0),
    /** Tells the sessions of a server that the bot was added to, or that is back in order. */
    add(guildId: string): void {
      this.dispatch("GUILD_CREATE", guildJson(guildId), guildId);
    },
    /** Tells the sessions of a thread that was made. */
    announce(thread: Channel): void {
      this.dispatch("THREAD_CREATE", { ...channelJson(thread), newly_created: true }, thread.guildId, INTENTS.guilds);
    },
    /** Cuts every connection; sessions live on and may be resumed, unless they are `forgotten`. */
    drop(forgotten = false): void {
      for (const session of sessions.values()) {
        const { socket } = session;
        session.socket = null;
        if (forgotten) sessions.delete(session.id);
        socket?.close(4000, "Unknown error");
      }
    },
    close(): void {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

const isOn = ({ shard: [id, count] }: Session, guildId: string | null): boolean =>
  guildId === null ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
