import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../src/app/programs/openapi.ts";
import { command, type Served, serve } from "./built.ts";

const TOKEN = "a-token-of-sixteen";
let folder: string;
let env: Record<string, string>;
let served: Served;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "k8s-advise-api-"));
  env = { DATA_DIR: folder, ACCESS_TOKEN: TOKEN };
  served = await serve(env);
});
afterAll(async () => {
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

const post = (path: string, body: unknown, headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` }) =>
  fetch(`${served.address}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const PAGE = readFileSync(new URL("../../docs/api.md", import.meta.url), "utf8");
const CURLS = PAGE.split("\n").filter((line) => line.startsWith("curl "));

const MVP = "startup, 2 engineers, MVP";
const DAY = "2026-06-20";
const COMPOSE = "services:\n  web:\n    image: nginx\n    deploy: { replicas: 2 }\n  db:\n    image: postgres\n";

describe("POST /api/advise", () => {
  const requirement = { purpose: "mvp", budgetUsd: 100, workload: { services: 4 } };
  it.each([
    { says: "words", body: { text: MVP }, argv: [MVP], stdin: "" },
    { says: "keys", body: requirement, argv: ["-r", "-"], stdin: JSON.stringify(requirement) },
    {
      says: "files",
      body: { files: [{ text: COMPOSE }], asOf: DAY },
      argv: ["-f", "-", "--as-of", DAY],
      stdin: COMPOSE,
    },
  ])("gives the bytes that the command line prints, for $says", async ({ body, argv, stdin }) => {
    const answer = await (await post("/api/advise", body)).text();
    expect(answer).toBe((await command(["advise", "--json", ...argv], env, stdin)).out);
  });

  it("follows up an earlier answer, its own or the command line's", async () => {
    const { id } = (await (await post("/api/advise", { text: MVP })).json()) as { id: string };
    const answer = await (await post("/api/advise", { from: id, text: "what if the budget is 50" })).text();
    const printed = await command(["advise", "--json", "--from", id, "what if the budget is 50"], env);
    expect(answer).toBe(printed.out);
    expect(JSON.parse(answer).followup.intent).toBe("what-if");
  });

  it.each([
    [{ budget: 100 }, 'unknown key "budget"'],
    [{ uptimePercent: 100 }, "uptimePercent must be less than 100, got 100"],
    [{ asOf: "soon" }, "asOf: "],
    [{ from: "nope", text: "undo" }, 'There is no estimate "nope" here.'],
    [{ from: "nope", budgetUsd: 5 }, "from follows up an earlier answer by text alone."],
    [[], "the request: "],
  ])("says what is wrong with %j, and what to do", async (body, says) => {
    const response = await post("/api/advise", body);
    expect(response.status).toBe(422);
    const { message, hint } = (await response.json()) as Problem;
    expect(message).toContain(says);
    expect(hint).not.toBe("");
  });

  it("says in words that it reads nothing but JSON", async () => {
    expect((await post("/api/advise", "{")).status).toBe(400);
    const form = await post("/api/advise", "text=a", {
      authorization: `Bearer ${TOKEN}`,
      "content-type": "application/x-www-form-urlencoded",
    });
    expect([form.status, await form.json()]).toEqual([
      415,
      { message: "That is no JSON.", hint: "Send it with content-type: application/json." },
    ]);
  });
});

describe("POST /api/price", () => {
  it("gives the bytes that the command line prints", async () => {
    const answer = await (await post("/api/price", { query: "t3.medium x3 frankfurt" })).text();
    expect(answer).toBe((await command(["price", "--json", "t3.medium x3 frankfurt"], env)).out);
    expect(JSON.parse(answer).results[0].region).toBe("eu-central-1");
  });

  it("says what it takes", async () => {
    const problem = (await (await post("/api/price", { words: "eks" })).json()) as Problem;
    expect(problem.message).toContain("query");
  });
});

describe("the API", () => {
  it.each(["/api/advise", "/api/price"])("%s answers nobody without the token", async (path) => {
    for (const headers of [{}, { authorization: "Bearer wrong-token-entirely" }])
      expect((await post(path, {}, headers as Record<string, string>)).status).toBe(401);
  });

  it("says how to ask it, in a document that its own answers keep to", async () => {
    const document = (await (await fetch(`${served.address}/api/openapi.json`)).json()) as Document;
    expect(Object.keys(document.paths)).toEqual(["/api/advise", "/api/price"]);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const [path, call] of Object.entries(document.paths)) {
      const { schema, example } = call.post.requestBody.content["application/json"];
      const answer = await (await post(path, example)).json();
      expect(ajv.validate(named(document, schema), example)).toBe(true);
      const given = call.post.responses["200"].content["application/json"].schema;
      expect(ajv.validate(named(document, given), answer)).toBe(true);
    }
  });

  it.each(CURLS)("answers what its page asks: %s", async (line) => {
    const here = line.replace("http://127.0.0.1:3000", served.address).replace("curl -s", "curl -sS --fail-with-body");
    const { stdout } = await promisify(execFile)("sh", ["-c", here], { env: { ...process.env, ACCESS_TOKEN: TOKEN } });
    expect(JSON.parse(stdout)).toBeTypeOf("object");
  });

  it("has a page for people", async () => {
    const page = await fetch(`${served.address}/api`);
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(await page.text()).toContain("POST /api/advise");
  });
});

interface Reference {
  $ref: string;
}
interface Document {
  paths: Record<
    string,
    {
      post: {
        requestBody: { content: { "application/json": { schema: Reference; example: unknown } } };
        responses: { "200": { content: { "application/json": { schema: Reference } } } };
      };
    }
  >;
  components: { schemas: Record<string, object> };
}

const named = ({ components }: Document, { $ref }: Reference): object =>
  components.schemas[$ref.split("/").at(-1) ?? ""] ?? {};
