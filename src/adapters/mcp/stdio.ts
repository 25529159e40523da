import { once } from "node:events";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { type McpParts, mcpServers } from "./server.ts";

/** Serves the tools over standard input and output until the input ends. */
export async function mcpOverStdio(parts: McpParts): Promise<void> {
  const ended = once(process.stdin, "close");
  const served = serveStdio(mcpServers(parts), {
    onerror: (error) => parts.log.warn({ err: error }, "a call of a tool could not be read"),
  });
  await ended;
  await served.close();
}
