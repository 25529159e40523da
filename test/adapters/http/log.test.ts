import { expect, it } from "vitest";
import { createLogger } from "../../../src/adapters/http/log.ts";

function logged(secrets: string[], write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  write(createLogger({ level: "info", secrets }, destination));
  return lines;
}

it("writes one JSON line with its fields", () => {
  const [line] = logged([], (log) => log.info({ route: "/" }, "answered"));
  expect(line).toMatchObject({ level: 30, route: "/", msg: "answered" });
});

it("shows no secret, wherever it stands in the line", () => {
  const token = 'xoxb-1"2\\3';
  const error = new Error(`refused ${token}`, { cause: new Error(`because of ${token}`) });
  const [line] = logged([token, "second"], (log) =>
    log.error({ err: error, deep: { a: [token, "a second one"] } }, "failed"),
  );
  const text = JSON.stringify(line);
  expect(text).toContain("refused [redacted]");
  expect(line?.["deep"]).toEqual({ a: ["[redacted]", "a [redacted] one"] });
  expect(text).not.toContain("xoxb");
});

it("keeps of an error what tells it apart, its cause too, and not what an SDK hung on it", () => {
  const error = Object.assign(new Error("failed", { cause: new Error("the disk is full") }), {
    code: "EIO",
    config: { headers: { authorization: "Bearer of bad news" } },
  });
  const [line] = logged([], (log) => log.error({ err: error }, "failed"));
  const kept = line?.["err"] as Record<string, unknown>;
  expect(Object.keys(kept)).toEqual(["type", "message", "stack", "code"]);
  expect(kept["stack"]).toContain("caused by: Error: the disk is full");
});
