import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copyAsDockerfile, ROOT } from "./production-tree.ts";

const NOBODY = 65_534; // uid and gid on every Linux
const isRoot = process.getuid?.() === 0;
const asAnother = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

let app: string;
let data: string;

beforeAll(() => {
  app = mkdtempSync(join(tmpdir(), "k8s-advise-image-"));
  data = mkdtempSync(join(tmpdir(), "k8s-advise-data-"));
  copyAsDockerfile(app);
  chmodSync(app, 0o755);
  chmodSync(data, 0o777);
  eachFolder(app, (path) => chmodSync(path, 0o555));
});

afterAll(() => {
  eachFolder(app, (path) => chmodSync(path, 0o755));
  for (const folder of [app, data]) rmSync(folder, { recursive: true, force: true });
});

/** Linked packages are left alone: they are the project's own. */
function eachFolder(path: string, change: (path: string) => void): void {
  change(path);
  for (const entry of readdirSync(path, { withFileTypes: true }))
    if (entry.isDirectory()) eachFolder(join(path, entry.name), change);
}

/** What the Dockerfile has run to see whether the container is well. */
function healthCheck(): string[] {
  const [, command = "[]"] = /^HEALTHCHECK .*\n\s+CMD (\[.*\])$/m.exec(readFileSync(`${ROOT}Dockerfile`, "utf8")) ?? [];
  return JSON.parse(command) as string[];
}

it("copies nothing that is written to", () => {
  expect(statSync(join(app, "dist")).mode & 0o222).toBe(0);
});

it(`answers from a read-only tree with production packages only${isRoot ? ", as another user" : ""}`, async () => {
  const child = spawn(process.execPath, ["dist/main.js", "advise", "3 services"], {
    ...asAnother,
    cwd: app,
    env: { DATA_DIR: data },
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("a month");
});

it("serves there, and is found healthy by the image's own check", async () => {
  const child = spawn(process.execPath, ["dist/main.js", "serve"], {
    ...asAnother,
    cwd: app,
    env: { DATA_DIR: data, PORT: "0", LOG_LEVEL: "silent" },
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const address = /http:\S+/.exec(String(line))?.[0] ?? "";
  const [node = "", ...argv] = healthCheck();
  const { port } = new URL(address);
  const [code] = await once(spawn(node, argv, { env: { ...process.env, PORT: port } }), "exit");
  child.kill("SIGTERM");
  await once(child, "exit");
  const [codeWhenStopped] = await once(spawn(node, argv, { env: { ...process.env, PORT: port } }), "exit");
  expect({ code, codeWhenStopped }).toEqual({ code: 0, codeWhenStopped: 1 });
});
