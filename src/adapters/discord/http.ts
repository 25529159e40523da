import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { InteractionResponseType } from "discord.js";
import type { Log } from "../../app/ports/process.ts";
import { errorFields } from "./errors.ts";
import type { FirstResponse } from "./exchange.ts";
import { Interaction, Ping } from "./interaction.ts";

const MAX_BODY_BYTES = 1_048_576; // an interaction is a few kilobytes; a message command carries one message
const MAX_SKEW_SECONDS = 5 * 60; // between Discord's clock and ours, either way: what was signed longer ago was recorded and sent again
const ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex"); // https://www.rfc-editor.org/rfc/rfc8410#section-4

/**
 * Answers Discord's signed requests. A signature that does not fit is 401, which Discord itself tests now and then.
 * https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
 */
export function interactionListener(
  publicKey: string,
  handle: (interaction: Interaction, first: FirstResponse) => Promise<void>,
  log: Log,
): RequestListener {
  const key = publicKeyOf(publicKey);
  return (request, response) => {
    receive(request, response, key, handle).catch((error: unknown) => {
      log.warn(errorFields(error), "discord request failed");
      end(response, error instanceof TooLarge ? 413 : 400);
    });
  };
}

/** @throws {Error} when the key is not the 64 hex digits of the developer portal. */
function publicKeyOf(hex: string): KeyObject {
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new Error("the Discord public key must be 64 hex digits");
  return createPublicKey({ key: Buffer.concat([ED25519_SPKI, Buffer.from(hex, "hex")]), format: "der", type: "spki" });
}

class TooLarge extends Error {}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  key: KeyObject,
  handle: (interaction: Interaction, first: FirstResponse) => Promise<void>,
): Promise<void> {
  if (request.method !== "POST") return end(response, 405);
  const body = await read(request);
  if (!isSigned(request, body, key)) return end(response, 401);
  const payload: unknown = JSON.parse(body.toString("utf8"));
  if (Ping.safeParse(payload).success) return end(response, 200, { type: InteractionResponseType.Pong });
  const interaction = Interaction.parse(payload);
  await handle(interaction, { takesFiles: false, send: async (answer) => end(response, 200, answer) });
  end(response, 202); // of no effect where a response was sent
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new TooLarge("the body is too large");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function isSigned({ headers }: IncomingMessage, body: Buffer, key: KeyObject): boolean {
  const signature = headers["x-signature-ed25519"];
  const timestamp = headers["x-signature-timestamp"];
  if (typeof signature !== "string" || typeof timestamp !== "string") return false;
  if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Date.now() / 1_000 - Number(timestamp)) > MAX_SKEW_SECONDS) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex"));
}

function end(response: ServerResponse, status: number, body?: object): void {
  if (response.headersSent) return;
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
