import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { parse } from "yaml";
import { ROOT } from "./production-tree.ts";

const RUN = `${ROOT}deploy/github-action/run.sh`;

/** Comments of one pull request, as GitHub keeps them. */
let comments: { id: number; body: string }[] = [];
let mayWrite = true;
let github: Server;
let repository: string;
let base: string;

const git = (...argv: string[]) => execFileSync("git", ["-C", repository, ...argv], { encoding: "utf8" }).trim();
const deployment = (replicas: number) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: ${replicas}, template: { spec: { containers: [{ name: web, resources: { requests: { cpu: 500m, memory: 1Gi } } }] } } }\n`;

function commit(replicas: number): string {
  writeFileSync(join(repository, "deploy/web.yaml"), deployment(replicas));
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "-m", `${replicas} replicas`);
  return git("rev-parse", "HEAD");
}

beforeAll(async () => {
  github = createServer(async (request, response) => {
    const path = `${request.method} ${request.url?.split("?")[0]}`;
    const sent = await text(request);
    const say = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
    if (path === "GET /repos/team/shop/issues/7/comments") return say(200, comments);
    if (!mayWrite || request.headers.authorization !== "Bearer a-token") return say(403, {});
    const { body } = JSON.parse(sent) as { body: string };
    if (path === "POST /repos/team/shop/issues/7/comments") {
      comments.push({ id: comments.length + 1, body });
      return say(201, {});
    }
    const id = Number(path.split("/").at(-1));
    comments = comments.map((each) => (each.id === id ? { id, body } : each));
    return say(200, {});
  });
  await new Promise<void>((resolve) => github.listen(0, "127.0.0.1", resolve));
  repository = mkdtempSync(join(tmpdir(), "k8s-advise-action-"));
  mkdirSync(join(repository, "deploy"));
  git("init", "--quiet");
  git("config", "user.name", "Ada");
  git("config", "user.email", "ada@example.com");
  base = commit(2);
});
afterAll(() => {
  github.close();
  rmSync(repository, { recursive: true, force: true });
});
beforeEach(() => {
  comments = [];
  mayWrite = true;
});

async function run(
  env: Record<string, string> = {},
): Promise<{ code: number; said: string; summary: string; outputs: string }> {
  const folder = mkdtempSync(join(tmpdir(), "k8s-advise-job-"));
  const [summary, outputs] = [join(folder, "summary"), join(folder, "outputs")];
  const settings = {
    PATH: process.env["PATH"] ?? "",
    GITHUB_API_URL: `http://127.0.0.1:${(github.address() as AddressInfo).port}`,
    GITHUB_REPOSITORY: "team/shop",
    GITHUB_TOKEN: "a-token",
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: outputs,
    PULL_REQUEST: "7",
    INPUT_PATH: "deploy",
    PLATFORM: "eks",
    BASE: base,
    THRESHOLD: "1",
    DATA_DIR: folder,
    ...env,
  };
  const ended = await promisify(execFile)("bash", [RUN], { cwd: repository, env: settings }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code: Number(code), said: `${stdout}${stderr}` }),
  );
  return { ...ended, summary: readFileSync(summary, "utf8"), outputs: readFileSync(outputs, "utf8") };
}

it("writes one comment and keeps it true, also once the difference is gone", async () => {
  commit(8);
  const first = await run();
  expect(first.code).toBe(0);
  expect(first.outputs).toMatch(/^difference=\d+/);
  expect(comments.map(({ body }) => body.split("\n")[1])).toEqual([expect.stringMatching(/^# \+[\d.]+ USD a month/)]);
  commit(2);
  await run();
  expect(comments.map(({ body }) => body.split("\n")[1])).toEqual(["# The bill stays the same"]);
}, 60_000);

it("says nothing below the threshold", async () => {
  commit(8);
  await run({ THRESHOLD: "100000" });
  expect(comments).toEqual([]);
}, 60_000);

it("fails above what is allowed, after it commented", async () => {
  commit(8);
  const { code, said } = await run({ FAIL_ABOVE: "1" });
  expect([code, comments.length]).toEqual([3, 1]);
  expect(said).toContain("more than 1.");
}, 60_000);

it("leaves it at the job's summary where it may not write", async () => {
  mayWrite = false;
  commit(8);
  const { code, said, summary } = await run();
  expect(code).toBe(0);
  expect(said).toContain("::warning::The comment could not be written (403).");
  expect(summary).toMatch(/^# \+/);
}, 60_000);

it("hands each input to the step, and none of them to a shell as code", () => {
  const action = parse(readFileSync(`${ROOT}action.yml`, "utf8"));
  const steps = action.runs.steps as { run?: string; env?: Record<string, string> }[];
  const handed = steps.flatMap(({ env = {} }) => Object.values(env)).join("\n");
  expect(Object.keys(action.inputs).filter((name) => !handed.includes(`inputs.${name}`))).toEqual([]);
  expect(steps.filter(({ run = "" }) => run.includes("${{"))).toEqual([]);
});
