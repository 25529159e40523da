import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Estimate } from "../../src/core/decision/estimate.ts";
import { command, MAIN } from "./built.ts";

let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "k8s-advise-cli-"));
  env = { DATA_DIR: folder };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("The built program", () => {
  it("answers a requirement on standard input, the same in two processes", async () => {
    const ask = () => command(["advise", "--requirements", "-", "--json"], env, "purpose: mvp\nbudgetUsd: 100\n");
    const [one, two] = [await ask(), await ask()];
    expect([one.code, one.err]).toEqual([0, ""]);
    expect(Estimate.parse(JSON.parse(one.out)).requirement).toMatchObject({ purpose: "mvp", budgetUsd: 100 });
    expect(two).toEqual(one);
  });

  it("follows up in another process what it answered in one", async () => {
    const { out } = await command(["advise", "--json", "startup, 2 engineers, MVP"], env);
    const { id } = Estimate.parse(JSON.parse(out));
    const followed = await command(["advise", "--from", id, "what if the budget is 50"], env);
    expect(followed).toMatchObject({ code: 0, err: "" });
    expect(followed.out).toContain("The bill goes from 62.50 to 46.18 USD a month (-16.32).");
  });

  it("says on stderr what the asker got wrong, without a stack, and ends with 2", async () => {
    const { code, out, err } = await command(["advise", "--requirements", "-"], env, "engineers: none");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("engineers must be a");
    expect(err).not.toMatch(/^ +at /m);
  });

  it("says in a line what is wrong with its surroundings, and ends with 1 or 2", async () => {
    const broken = await command(["price", "eks"], { ...env, PRICING_DIR: join(folder, "none") });
    expect([broken.code, broken.err.trim().split("\n").length]).toEqual([1, 1]);
    expect(await command(["history"], { ...env, DATABASE_URL: "mysql://x" })).toMatchObject({ code: 2, out: "" });
  });

  it("is not troubled by a reader that stops early", async () => {
    const shell = spawn("sh", ["-c", `"$0" "${MAIN}" catalog list | head -n 1`, process.execPath], {
      env: { PATH: process.env["PATH"] ?? "", ...env },
    });
    let err = "";
    shell.stderr.on("data", (chunk: Buffer) => {
      err += chunk;
    });
    await new Promise((resolve) => shell.once("close", resolve));
    expect(err).toBe("");
  });
});
