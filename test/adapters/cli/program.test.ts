import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { runCli } from "../../../src/adapters/cli/program.ts";
import { AdviseJson } from "../../../src/app/programs/advise.ts";
import { Estimate } from "../../../src/core/decision/estimate.ts";
import { PriceAnswer } from "../../../src/core/price/price-answer.ts";
import { REQUIREMENT_KEYS } from "../../../src/core/question/requirement.ts";
import { aTerminal, type Ran, type Terminal } from "./terminal.ts";

let terminal: Terminal;
let run: Terminal["run"];
beforeAll(async () => {
  terminal = await aTerminal();
  run = terminal.run;
});

const json = ({ out }: Ran) => AdviseJson.parse(JSON.parse(out));
const MVP = "startup, 2 engineers, MVP";

describe("advise", () => {
  it("prints the card, and what can be asked next", async () => {
    const { code, out, err } = await run("advise", MVP);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^DOKS · \$63\/month, about 4 h of work \(3 services assumed\)\n/);
    expect(out).toMatch(/^Total +62\.50$/m);
    expect(out).toMatch(/k8s-advise advise --from \w{10} "compare"/);
  });

  it("prints exactly an Estimate as JSON, the same twice", async () => {
    const first = await run("advise", "--json", MVP);
    expect(Estimate.safeParse(JSON.parse(first.out)).success).toBe(true);
    expect((await run("advise", "--json", MVP)).out).toBe(first.out);
  });

  it("asks where nothing that decides was said, and refuses words that say nothing", async () => {
    const { code, out } = await run("advise", "in Frankfurt");
    expect([code, out]).toEqual([0, expect.stringMatching(/What is to run.*\n.*which cloud/)]);
    expect(json(await run("advise", "--json", "in Frankfurt"))).toMatchObject({
      requirement: { region: "eu-central" },
      questions: [expect.stringContaining("What is to run"), expect.any(String)],
      ranking: [],
    });
    expect(await run("advise", "qwertz")).toMatchObject({ code: 2, out: "", err: expect.stringContaining("What is") });
  });

  it("reads a file and standard input; words come on top", async () => {
    const files = { "req.yaml": "purpose: learning\nengineers: 4", "-": '{"purpose": "demo"}' };
    const read = terminal.reading(files);
    expect(json(await read("advise", "-r", "req.yaml", "--json", "2 engineers")).requirement).toMatchObject({
      purpose: "learning",
      engineers: 2,
    });
    expect(json(await read("advise", "--requirements", "-", "--json")).requirement.purpose).toBe("demo");
  });

  it("answers an empty file with the defaults", async () => {
    const read = terminal.reading({ "empty.yaml": "" });
    expect(json(await read("advise", "-r", "empty.yaml", "--json")).assumed).toEqual(REQUIREMENT_KEYS);
  });

  it("takes the common keys as options; words win over them", async () => {
    const options = ["--region", "eu-central", "--budget", "200", "--features", "arm, spot", "--exclude", "hetzner"];
    const { requirement, assumed } = json(await run("advise", ...options, "--engineers", "3", "--json", "5 engineers"));
    expect(requirement).toMatchObject({
      ...{ region: "eu-central", budgetUsd: 200, features: ["spot", "arm"], excluded: ["hetzner"], engineers: 5 },
    });
    expect(assumed).not.toContain("region");
  });

  it("lists every key in its help, from the schema", async () => {
    const { out } = await run("help", "advise");
    expect(REQUIREMENT_KEYS.filter((key) => !new RegExp(`^  ${key} `, "m").test(out))).toEqual([]);
    expect(out).toMatch(/^ {2}engineers +whole number from 1 to 100000 \(default 2\)$/m);
  });

  it("prints the requirement as a file that gives the same answer", async () => {
    const first = await run("advise", "--budget", "200", "--out", "requirement", MVP);
    const [again, whole] = [
      json(await terminal.reading({ "r.yaml": first.out })("advise", "-r", "r.yaml", "--json")),
      json(await run("advise", "--budget", "200", "--json", MVP)),
    ];
    expect(again.requirement).toEqual(whole.requirement);
    expect(again.assumed).toEqual(whole.assumed);
    expect(first.out).toContain("# commitment: none");
  });

  it("prints every line of every bill as CSV", async () => {
    const { out } = await run("advise", "-o", "csv", MVP);
    const [header, first] = out.split("\r\n");
    expect(header).toMatch(
      /^rank,platform,tier,category,description,sku,region,quantity,unit,unit price,cost,currency/,
    );
    expect(first).toMatch(/^1,doks,basic,/);
    const lines = json(await run("advise", "--json", MVP)).ranking.flatMap(({ bill }) => bill.lines);
    expect(out.split("\r\n").length).toBe(1 + lines.length);
  });

  it("takes the prices of another day, and only some platforms", async () => {
    const answer = json(await run("advise", "--as-of", "2026-06-20", "--platforms", "eks, aks", "--json", MVP));
    expect(answer.asOf).toBe("2026-06-20");
    expect(answer.ranking.map(({ platform }) => platform).sort()).toEqual(["aks", "eks"]);
  });

  it("keeps to that day and those platforms when the question changes, and explains the same answer", async () => {
    const { id } = json(await run("advise", "--as-of", "2026-06-20", "--platforms", "eks, aks", "--json", MVP));
    const answer = json(await run("advise", "--from", id, "--json", "what if the budget is 700"));
    expect(answer.asOf).toBe("2026-06-20");
    expect(answer.ranking.map(({ platform }) => platform).sort()).toEqual(["aks", "eks"]);
    const { out } = await run("advise", "--from", id, "--explain", "what if the budget is 700");
    expect(out).toContain(`  1. ${answer.verdict.platform}: `);
  });

  it("prints Markdown, and how the answer came about", async () => {
    expect((await run("advise", "--markdown", MVP)).out).toContain("| **Total** |");
    expect((await run("advise", "--explain", MVP)).out).toContain("Gates, in the order they are tried:");
  });

  it.each([
    [["advise", "-r", "none.yaml"], "none.yaml does not exist."],
    [["advise", "-r", "-"], "Standard input is empty."],
    [["advise", "-f", "-"], "Standard input is empty."],
    [["advise", "--engineers", "many"], "It has to be a number."],
    [["advise", "--purpose", "fun"], "Allowed choices are learning, demo"],
    [["advise", "--from", "x", "--region", "uk"], "cannot be used with"],
    [["price", "zzzz"], "No price found for"],
    [["completion", "csh"], "Allowed choices are bash, zsh, fish"],
    [["advise", "-r", "broken"], "broken is not YAML"],
    [["advise", "-r", "list"], "list holds no keys."],
    [["advise", "-r", "typo"], 'unknown key "budget"'],
    [["advise", "-r", "bounds"], "uptimePercent must be less than 100, got 100"],
    [["advise", "--as-of", "2026-02-30", MVP], "--as-of 2026-02-30 is no day."],
    [["advise", "--platforms", "eks,nope", MVP], '"nope" is no platform'],
    [["advise", "--from", "nope", "undo"], 'There is no estimate "nope" here.'],
    [["advise", "--json", "--markdown"], "cannot be used with"],
    [["advise", "--from", "x", "--as-of", "2026-01-01"], "cannot be used with"],
    [["advise", "--nope"], "unknown option"],
    [["nope"], "unknown command"],
    [["price"], "missing required argument"],
    [["price", "--as-of", "yesterday", "eks"], "--as-of yesterday is no day."],
    [["catalog", "show", "nope"], 'No SKU "nope"'],
    [["catalog", "list", "--provider", "nope"], "No price is listed there."],
    [["catalog", "list", "--as-of", "soon"], "--as-of soon is no day."],
    [["catalog", "compare", "none.csv"], "none.csv does not exist."],
    [["catalog", "compare", "list"], "The file has no column provider, sku, region, price."],
    [["decisions", "nope"], 'There is no decision "nope" here.'],
    [["settings", "region"], '"region" sets nothing.'],
    [["settings", "currency=XXX"], "currency: Choose one of the answers offered."],
    [["data", "export", "--workspace", "T1"], '"T1" is no workspace.'],
    [["data", "export"], "required option"],
    [["data", "export", "--workspace", "slack:T1", "--person", ""], "names nobody"],
    [["data", "delete", "--workspace", "cli:local"], "Nothing was erased."],
    [["schema", "nope"], "Allowed choices are estimate, requirement, price"],
  ])("%j is the asker's mistake: said on stderr, with what to do, and nothing on stdout", async (argv, says) => {
    const files = { broken: "a: [b", list: "- 1", typo: "budget: 100", bounds: "uptimePercent: 100" };
    const { code, out, err } = await terminal.reading(files)(...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(says);
    expect(err).not.toMatch(/^ +at /m);
    expect(err.split("\n").length).toBeGreaterThan(1);
  });

  it("our own fault ends with 1", async () => {
    const said: string[] = [];
    const io = {
      out: () => {},
      err: (text: string) => void said.push(text),
      stdin: async () => "",
      colour: false,
      progress: () => {},
      user: "olga",
    };
    const fails = async () => Promise.reject(Object.assign(new Error("no port is free"), { code: "EADDRINUSE" }));
    const code = await runCli(["serve"], {
      io: { ...io, readFile: async () => "" },
      version: "1",
      catalog: async () => {
        throw new Error("not asked for");
      },
      refresh: fails,
      today: () => "2026-11-22",
      desk: fails,
      maintenance: fails,
      library: fails,
      mcp: fails,
      serve: fails,
    });
    expect([code, said]).toEqual([1, ["no port is free"]]);
  });
});

describe("advise --from", () => {
  const first = async () => json(await run("advise", "--json", MVP)).id;
  const follow = async (id: string, text: string) => json(await run("advise", "--from", id, "--json", text));

  it("says how the words were taken and what they changed", async () => {
    const answer = await follow(await first(), "what if the budget is 50");
    expect(answer.requirement.budgetUsd).toBe(50);
    expect(answer.followup).toMatchObject({ intent: "what-if", changes: { budgetUsd: 50 } });
    // Civo's 46.18 in place of DigitalOcean's 62.50
    expect(answer.followup?.difference).toMatchObject({ bill: -16.32, rank: null });
  });

  it("undoes a chain of changes, step by step and to the first", async () => {
    const start = await first();
    const second = await follow(start, "what if the budget is 50");
    const third = await follow(second.id, "in Frankfurt");
    expect((await follow(third.id, "undo")).id).toBe(second.id);
    expect((await follow(third.id, "back to the first")).id).toBe(start);
    expect((await run("advise", "--from", start, "undo")).code).toBe(2);
  });

  it.each([
    ["why not eks", "why-not", "Why not Amazon EKS?"],
    ["compare eks aks", "compare", "2 platforms compared"],
    ["break down eks", "breakdown", "Amazon EKS"],
    ["price t3.medium", "price", "30.37 USD"], // 730 h × 0.0416
    ["help", "help", "What you can type"],
  ])("answers %s, and changes nothing", async (text, intent, says) => {
    const id = await first();
    const answer = await follow(id, text);
    expect([answer.id, answer.followup?.intent]).toEqual([id, intent]);
    expect((await run("advise", "--from", id, text)).out).toContain(says);
  });

  it("without words shows the answer again", async () => {
    const shown = await run("advise", MVP);
    expect(await run("advise", "--from", await first())).toEqual(shown);
  });
});

describe("Other commands", () => {
  it("price prints a PriceAnswer", async () => {
    const answer = PriceAnswer.parse(JSON.parse((await run("price", "--json", "t3.medium", "x3", "frankfurt")).out));
    expect(answer.total).toBe(105.12); // 3 × 730 h × 0.048
    expect((await run("price", "t3.medium x3 frankfurt")).out).toContain("105.12 USD");
  });

  it("catalog list prints every priced row with its source", async () => {
    const rows = JSON.parse((await run("catalog", "list", "--json", "--provider", "civo")).out);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row).toMatchObject({ provider: "civo", source: expect.stringMatching(/^https:/) });
  });

  it("catalog show traces a figure to its source", async () => {
    expect((await run("catalog", "show", "s-2vcpu-4gb")).out).toMatch(/24 USD[\s\S]*https:\/\/docs\.digitalocean\.com/);
  });

  it("catalog coverage shows each region, and as a page what docs/coverage.md holds", async () => {
    expect((await run("catalog", "coverage")).out).toMatch(/digitalocean +nyc3 +New York 3/);
    const page = readFileSync(new URL("../../../docs/coverage.md", import.meta.url), "utf8");
    const asOf = /as of (\d{4}-\d\d-\d\d)/.exec(page)?.[1] ?? "";
    expect(`${(await run("catalog", "coverage", "--markdown", "--as-of", asOf)).out.trimEnd()}\n`).toBe(page);
  });

  it("catalog compare lists what differs from a file, largest first", async () => {
    const theirs =
      "provider,sku,region,price,category\naws,t3.medium,us-east-1,0.0416,\naws,m5.large,us-east-1,0.12,standard\naws,m5.large,us-east-1,0.0001,committed-3y\naws,m5.xlarge,us-east-1,0.0192,\n";
    const { out } = await terminal.reading({ "theirs.csv": theirs })("catalog", "compare", "theirs.csv");
    const lines = out.trim().split("\n");
    expect(lines[1]).toMatch(/m5\.xlarge +us-east-1 +standard +0\.0192 +0\.192 +-90\.0 %/);
    expect(lines[2]).toMatch(/m5\.large .*\+25\.0 %/); // 0.12 / 0.096
    expect(lines[3]).toBe("1 equal, 2 different, 1 that the catalog does not have.");
  });

  it("catalog check finds nothing", async () => {
    expect(await run("catalog", "check")).toMatchObject({ code: 0, err: "" });
  });

  it.each(["estimate", "requirement", "price"])("schema %s is a JSON Schema", async (name) => {
    const schema = JSON.parse((await run("schema", name)).out);
    expect(schema).toMatchObject({ type: "object", properties: expect.any(Object) });
  });

  it("schema describes every key of an answer", async () => {
    const { properties } = JSON.parse((await run("schema")).out);
    expect(Object.keys(properties)).toEqual([...Object.keys(Estimate.shape), "followup"]);
  });

  it("version and help go to stdout", async () => {
    expect(await run("--version")).toEqual({ code: 0, out: "1.2.3", err: "" });
    expect(await run("help", "advise")).toMatchObject({ code: 0, err: "" });
  });
});

describe("What is kept", () => {
  it("is decided, listed, priced again and exported", async () => {
    const own = await aTerminal();
    const { id } = json(await own.run("advise", "--json", MVP));
    expect((await own.run("decide", id, "DOKS", "we", "know", "it")).out).toContain("Decided: DigitalOcean Kubernetes");
    const [, decision = ""] = /decisions (\w{12})/.exec((await own.run("decisions")).out) ?? [];
    expect((await own.run("decisions", decision)).out).toContain("as it was");
    expect((await own.run("decisions", "export", decision)).out).toMatch(/^# Run on DigitalOcean Kubernetes/);
    const wrong = await own.run("decide", id, "docker", "why");
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("Allowed platform: doks,")]);
  });

  it("is listed a page at a time, or whole", async () => {
    const own = await aTerminal();
    for (let budget = 50; budget < 62; budget++) await own.run("advise", `MVP, ${budget} a month`);
    const listed = (text: string) => text.match(/--from \w{10}/g)?.length;
    const page = (await own.run("history")).out;
    expect([listed(page), page.includes("k8s-advise history --all")]).toEqual([10, true]);
    expect(listed((await own.run("history", "--all")).out)).toBe(12);
  });

  it("holds the defaults set here", async () => {
    const own = await aTerminal();
    await own.run("settings", "region=eu-central", "platforms=doks,civo", "discounts=digitalocean 10 %");
    expect((await own.run("settings")).out).toMatch(/Central Europe[\s\S]*DigitalOcean 10 %/);
    const { requirement, ranking } = json(await own.run("advise", "--json", MVP));
    expect([requirement.region, ranking.map(({ platform }) => platform).sort()]).toEqual([
      "eu-central",
      ["civo", "doks"],
    ]);
    expect((await own.run("settings", "region=")).out).toMatch(/Region +not set/);
  });

  it("is exported line by line and erased only with --yes", async () => {
    const own = await aTerminal();
    await own.run("advise", MVP);
    const exported = (await own.run("data", "export", "--workspace", "cli:local")).out.split("\n");
    const kinds = exported.map((line) => z.object({ kind: z.string() }).parse(JSON.parse(line)).kind);
    expect(kinds).toEqual(["estimate", "audit"]); // that it was exported is kept, too
    expect((await own.run("data", "delete", "--workspace", "cli:local", "--yes")).out).toBe("1 record erased.");
    expect((await own.run("history")).out).toContain("No answers yet");
    expect((await own.run("data", "audit", "--workspace", "cli:local")).out.split("\n")).toEqual([
      "2026-11-22T12:00:00.000Z  cli:local  olga (operator)  erased  the workspace",
    ]);
    expect(JSON.parse((await own.run("data", "audit", "--json")).out)).toMatchObject({ action: "erased" });
    expect((await own.run("data", "migrate")).out).toBe("The tables are up to date.");
    expect(await own.run("data", "reseal")).toMatchObject({
      code: 0,
      out: "0 installations encrypted anew. The other keys are not needed any more.",
    });
    expect(await own.run("data", "check")).toMatchObject({ code: 0, out: "The database is whole." });
  });
});
