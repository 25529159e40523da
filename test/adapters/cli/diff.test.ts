import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manifestsIn } from "../../../src/adapters/cli/manifest-source.ts";
import { DiffJson } from "../../../src/app/programs/diff.ts";
import { aTerminal, type Terminal } from "./terminal.ts";

const deployment = (replicas: number) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: ${replicas}, template: { spec: { containers: [{ name: web, resources: { requests: { cpu: 500m, memory: 1Gi } } }] } } }\n`;
const BALANCER =
  "apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { type: LoadBalancer, ports: [{ port: 80 }] }\n";

let repository: string;
let before: string;
let terminal: Terminal;
const at = (path: string) => join(repository, path);
const git = (...argv: string[]) => execFileSync("git", ["-C", repository, ...argv], { encoding: "utf8" });

beforeAll(async () => {
  terminal = await aTerminal();
  before = process.cwd();
  repository = mkdtempSync(join(tmpdir(), "k8s-advise-diff-"));
  git("init", "--quiet");
  for (const [key, value] of [
    ["user.name", "Ada"],
    ["user.email", "ada@example.com"],
  ] as const)
    git("config", key, value);
  mkdirSync(at("deploy"));
  writeFileSync(at("deploy/web.yaml"), deployment(2));
  writeFileSync(at("deploy/kustomization.yaml"), "kind: Kustomization\napiVersion: v1\nresources: [web.yaml]\n");
  writeFileSync(at("README.md"), "kind: words\n");
  git("add", "--all");
  git("commit", "--quiet", "-m", "two replicas");
  writeFileSync(at("deploy/web.yaml"), deployment(8));
  writeFileSync(at("deploy/service.yaml"), BALANCER);
  git("add", "--all");
  git("commit", "--quiet", "-m", "eight replicas and a balancer");
  process.chdir(repository); // git and folders are looked for where the command is run
});
afterAll(() => {
  process.chdir(before);
  rmSync(repository, { recursive: true, force: true });
});

const EKS = ["--platform", "eks", "--path", "deploy"];
const json = (out: string) => DiffJson.parse(JSON.parse(out));

describe("diff", () => {
  it("compares two revisions, line by line to the cent", async () => {
    const { code, out } = await terminal.run("diff", "HEAD~1", "HEAD", ...EKS, "-o", "json");
    const { base, head, difference, lines, prices } = json(out);
    expect(code).toBe(0);
    expect(Math.round(100 * (head.total - base.total))).toBe(Math.round(100 * difference));
    const sum = lines.reduce((cents, line) => cents + Math.round(100 * line.difference), 0);
    expect(sum).toBe(Math.round(100 * difference));
    expect(lines.map(({ category }) => category)).toContain("nodes");
    expect(prices?.sources.length).toBeGreaterThan(0);
  });

  it("takes folders and the working tree, and a side where nothing runs yet", async () => {
    const [revisions, folder] = [
      json((await terminal.run("diff", "HEAD~1", "HEAD", ...EKS, "-o", "json")).out),
      json((await terminal.run("diff", "HEAD~1", ".", ...EKS, "-o", "json")).out),
    ];
    expect(folder.difference).toBe(revisions.difference);
    expect(folder.head.name).toBe("this folder");
    mkdirSync(at("empty"), { recursive: true });
    const fresh = json((await terminal.run("diff", "empty", "deploy", "--platform", "eks", "-o", "json")).out);
    expect(fresh.base).toMatchObject({ id: null, total: 0 });
    expect(fresh.difference).toBe(fresh.head.total);
  });

  it("prints a card, Markdown, and CSV in the columns of FOCUS", async () => {
    expect((await terminal.run("diff", "HEAD~1", "HEAD", ...EKS)).out).toMatch(/^\+[\d.]+ USD a month \(\+\d+ %\)/);
    const markdown = (await terminal.run("diff", "HEAD~1", "HEAD", ...EKS, "-o", "markdown")).out;
    expect(markdown).toContain("| Line | Before | After | Difference |");
    const [header, ...rows] = (await terminal.run("diff", "HEAD~1", "HEAD", ...EKS, "-o", "csv")).out.split("\r\n");
    expect(header).toMatch(/^ChargeCategory,ChargeDescription,ProviderName,ServiceCategory,ServiceName,/);
    expect(rows[0]).toContain("Amazon Web Services,Compute,Amazon EKS,us-east-1,");
  });

  it("says that nothing changes", async () => {
    const { out } = await terminal.run("diff", "HEAD", "HEAD", ...EKS);
    expect(out).toMatch(/^The bill stays the same/);
  });

  it("ends with 3 where the bill grows by more than is allowed, and prints it all the same", async () => {
    const above = await terminal.run("diff", "HEAD~1", "HEAD", ...EKS, "--fail-above", "1");
    expect(above.code).toBe(3);
    expect(above.err).toMatch(/^The bill grows by [\d.]+ USD a month, more than 1\.$/);
    expect(above.out).toContain("What changes");
    expect((await terminal.run("diff", "HEAD~1", "HEAD", ...EKS, "--fail-above", "100000")).code).toBe(0);
    expect((await terminal.run("diff", "HEAD", "HEAD~1", ...EKS, "--fail-above", "0")).code).toBe(0); // it shrinks
  });

  it("prices manifests on a cluster where no platform is named, never on one machine", async () => {
    const { platform } = json((await terminal.run("diff", "HEAD~1", "HEAD", "--path", "deploy", "-o", "json")).out);
    expect(platform).not.toBe("not-kubernetes");
  });

  it.each([
    [["HEAD~1", "nope"], '"nope" is no folder, no file and no git revision here.'],
    [["--end-of-options", "HEAD"], "unknown option"],
    [["HEAD", "HEAD", "--path", "nowhere"], "There are no manifests in HEAD or HEAD."],
    [["HEAD", "HEAD", "--fail-above", "much"], "--fail-above much is no amount."],
    [["HEAD~1", "HEAD", "--platform", "nope"], '"nope" is no platform'],
  ])("%j is the asker's mistake", async (argv, says) => {
    const { code, out, err } = await terminal.run("diff", ...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(says);
  });
});

describe("what is read of a folder", () => {
  it("is manifests and Compose files; templates are named, links not followed", async () => {
    const folder = at("mixed");
    mkdirSync(join(folder, "node_modules"), { recursive: true });
    writeFileSync(join(folder, "node_modules/web.yaml"), deployment(1));
    writeFileSync(join(folder, "compose.yaml"), "services: { web: { image: nginx } }\n");
    writeFileSync(join(folder, "template.yaml"), deployment(1).replace("web", "{{ .Release.Name }}"));
    writeFileSync(join(folder, "values.yaml"), "replicaCount: 2\n");
    writeFileSync(join(folder, "web.json"), '{\n"apiVersion": "v1",\n"kind": "Pod" }');
    symlinkSync("/etc/hostname", join(folder, "link.yaml"));
    const { files, leftOut } = await manifestsIn(folder, null);
    expect(files.map(({ name }) => name)).toEqual(["compose.yaml", "web.json"]);
    expect(leftOut).toEqual(["1 Helm template is not read: compare what `helm template` makes of it."]);
  });
});
