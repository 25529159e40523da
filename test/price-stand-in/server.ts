import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the next requests get in place of their answer. */
export type Trouble = { status: number; retryAfter?: string } | "cut" | "hang" | "not-json";

/** An answer: JSON, or text as it is. Both can be asked for from the byte where an earlier answer was cut off. */
export type Answer = { json: unknown } | { text: string } | { status: number };

/** A price list on the loopback. Each request is answered by `answer`, after the troubles that stand before it. */
export class PriceStandIn {
  readonly requests: { path: string; headers: IncomingMessage["headers"] }[] = [];
  readonly troubles: Trouble[] = [];
  private readonly server = createServer((request, response) => this.serve(request, response));
  private readonly answer: (url: URL, request: IncomingMessage) => Answer;

  constructor(answer: (url: URL, request: IncomingMessage) => Answer) {
    this.answer = answer;
  }

  static async start(answer: (url: URL, request: IncomingMessage) => Answer): Promise<PriceStandIn> {
    const standIn = new PriceStandIn(answer);
    await new Promise<void>((resolve) => standIn.server.listen(0, "127.0.0.1", resolve));
    return standIn;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    this.requests.push({ path: request.url ?? "", headers: request.headers });
    const trouble = this.troubles.shift();
    if (trouble === "hang") return;
    if (typeof trouble === "object") {
      response.writeHead(trouble.status, trouble.retryAfter === undefined ? {} : { "retry-after": trouble.retryAfter });
      response.end("later");
      return;
    }
    const answer = this.answer(new URL(request.url ?? "", this.url), request);
    if ("status" in answer) {
      response.writeHead(answer.status).end();
      return;
    }
    const body = "json" in answer ? JSON.stringify(answer.json) : answer.text;
    if (trouble === "not-json") response.end(`<html>${body.length} prices</html>`);
    else send(Buffer.from(body), request, response, trouble === "cut");
  }
}

/** Sends the body, or what a range asks for of it, or half of that. */
function send(body: Buffer, { headers }: IncomingMessage, response: ServerResponse, isCut: boolean): void {
  const etag = `"${createHash("sha256").update(body).digest("hex")}"`;
  const from = headers["if-range"] === etag ? Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0) : 0;
  const part = body.subarray(from);
  response.writeHead(from > 0 ? 206 : 200, {
    etag,
    "content-type": "application/json",
    "content-length": part.byteLength,
    ...(from > 0 ? { "content-range": `bytes ${from}-${body.byteLength - 1}/${body.byteLength}` } : {}),
  });
  if (isCut) response.write(part.subarray(0, part.byteLength / 2), () => setTimeout(() => response.destroy(), 20));
  else response.end(part);
}

/** Patience for tests: as many attempts, without the waits. */
export const QUICK = { retries: 3, firstWaitMs: 1, mostWaitMs: 2_000, timeoutMs: 500 };
