import { createHmac, randomUUID } from "node:crypto";
import type { SlackStandIn } from "./server.ts";

export type Kind = "slash_commands" | "interactive" | "events_api";

/** How the app acknowledged: over HTTP its status too. `body` is null for an empty acknowledgement. */
export interface Ack {
  status: number;
  body: unknown;
}

/** One of the two ways events reach an app. Each rejects when the app takes longer than the three seconds Slack waits. */
export interface Link {
  send(kind: Kind, payload: Record<string, unknown>, retry?: number): Promise<Ack>;
}

const PATIENCE_MS = 3_000;

/** A request as Slack signs it. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signedRequest(kind: Kind, payload: Record<string, unknown>, signingSecret: string, ageSeconds = 0) {
  const form = kind !== "events_api";
  const body = form ? formBody(kind, payload) : JSON.stringify(payload);
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const signature = createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex");
  const headers = {
    "content-type": form ? "application/x-www-form-urlencoded" : "application/json",
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": `v0=${signature}`,
  };
  return { method: "POST", headers, body };
}

export function httpLink(url: string, signingSecret: string, ageSeconds = 0): Link {
  return {
    async send(kind, payload, retry) {
      const { headers, ...request } = signedRequest(kind, payload, signingSecret, ageSeconds);
      const retried: Record<string, string> =
        retry === undefined ? {} : { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" };
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const response = await fetch(url, { ...request, headers: { ...headers, ...retried }, signal });
      const text = await response.text();
      return { status: response.status, body: text === "" ? null : JSON.parse(text) };
    },
  };
}

/** Envelopes over the first connection the app holds. https://docs.slack.dev/apis/events-api/using-socket-mode */
export function socketLink(slack: SlackStandIn): Link {
  return {
    async send(type, payload, retry) {
      const [socket] = slack.sockets;
      if (!socket) throw new Error("the app holds no connection");
      const envelope_id = randomUUID();
      const acknowledged = new Promise<Ack>((resolve, reject) => {
        const timer = setTimeout(reject, PATIENCE_MS, new Error("not acknowledged in time"));
        socket.on("message", function take(data) {
          const ack = JSON.parse(String(data));
          if (ack.envelope_id !== envelope_id) return;
          clearTimeout(timer);
          socket.off("message", take);
          const body = ack.payload;
          resolve({ status: 200, body: body === undefined || Object.keys(body).length === 0 ? null : body });
        });
      });
      const retried = retry === undefined ? {} : { retry_attempt: retry, retry_reason: "timeout" };
      socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: true, ...retried }));
      return acknowledged;
    },
  };
}

function formBody(kind: Kind, payload: Record<string, unknown>): string {
  const fields = kind === "interactive" ? { payload: JSON.stringify(payload) } : payload;
  return new URLSearchParams(
    Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
}
