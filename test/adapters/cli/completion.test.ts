import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { aTerminal, type Terminal } from "./terminal.ts";

let terminal: Terminal;
beforeAll(async () => {
  terminal = await aTerminal();
});

describe("completion", () => {
  /** What bash offers after a line. */
  async function offered(line: string): Promise<string[]> {
    const { out } = await terminal.run("completion", "bash");
    const words = line.split(" ").map((word) => `'${word}'`);
    const script = `${out}\nCOMP_WORDS=(${words.join(" ")}); COMP_CWORD=${words.length - 1}; _k8s_advise; echo "\${COMPREPLY[@]}"`;
    return execFileSync("bash", ["-c", script], { encoding: "utf8" }).trim().split(" ");
  }

  it.each([
    ["k8s-advise ", ["advise", "price", "diff", "catalog", "mcp"]],
    ["k8s-advise ca", ["catalog"]],
    ["k8s-advise catalog ", ["check", "list", "show"]],
    ["k8s-advise data sessions ", ["list", "end"]],
    ["k8s-advise advise --bud", ["--budget"]],
    ["k8s-advise advise --purpose ", ["learning", "mvp", "production"]],
    ["k8s-advise schema e", ["estimate"]],
  ])("bash: after “%s” come %j", async (line, words) => {
    expect(await offered(line)).toEqual(expect.arrayContaining(words));
  });

  it("is bash's for zsh, and a line for each word for fish", async () => {
    expect((await terminal.run("completion", "zsh")).out).toMatch(/^autoload -U \+X bashcompinit && bashcompinit\n/);
    expect((await terminal.run("completion", "fish")).out).toContain(
      'complete -c k8s-advise -n "__fish_seen_subcommand_from advise" -l purpose -x -a "learning demo',
    );
  });
});
