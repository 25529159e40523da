import { afterEach, expect, it } from "vitest";
import { playground } from "../../../src/adapters/playground/playground.ts";
import { memoryStore, serving } from "../http/serving.ts";
import { fakeConversation } from "./fake-conversation.ts";

const logged: { fields: Record<string, unknown>; text: string }[] = [];
const record = (fields: Record<string, unknown>, text: string) => void logged.push({ fields, text });
const log = { info: record, warn: record, error: record };

afterEach(() => void logged.splice(0));

async function inject(url: string, payload?: unknown, contentType = "application/json") {
  const pages = [playground({ conversation: fakeConversation(), log })];
  const { app, close } = await serving(await memoryStore(), { log, pages });
  const method = payload === undefined ? "GET" : "POST";
  const headers = { host: "localhost", ...(payload === undefined ? {} : { "content-type": contentType }) };
  const body = typeof payload === "string" ? payload : JSON.stringify(payload);
  const response = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload: body }) });
  await close();
  return response;
}
const command = (text: string) => ({ person: "ada", threadId: null, intent: { kind: "command", text } });

it("serves the page with nothing inline, and every file it names", async () => {
  const { body } = await inject("/");
  expect(body).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=|\sstyle=/);
  const files = [...body.matchAll(/(?:href|src)="(\/page\/[^"]+)"/g)].map(([, path = ""]) => path);
  expect(files).toEqual(["/page/style.css", "/page/main.js"]);
  for (const file of files) expect((await inject(file)).statusCode).toBe(200);
  expect((await inject("/page/main.js")).headers["content-type"]).toContain("text/javascript");
});

it("says which of its people is the admin, whom some things are reserved for", async () => {
  expect((await inject("/")).body).toContain("Ada is the admin.");
});

it("gives an asker's mistake back with what to do", async () => {
  const response = await inject("/api/intent", command("on the moon"));
  expect([response.statusCode, response.json()]).toEqual([
    422,
    { message: "There are no prices for the moon.", hint: "Name a region on earth." },
  ]);
});

it("says in words what we depend on and fails, with the reference of the log", async () => {
  const response = await inject("/api/intent", command("fill the disk"));
  const [entry] = logged.filter(({ text }) => text === "answering failed");
  expect([response.statusCode, response.json()]).toEqual([
    503,
    { message: "The disk is full.", hint: `Make room. Reference: ${entry?.fields["reference"]}.` },
  ]);
});

it("keeps our own faults in the log, and shows their reference alone", async () => {
  const response = await inject("/api/intent", command("crash"));
  const [entry] = logged.filter(({ text }) => text === "answering failed");
  expect(response.statusCode).toBe(500);
  expect(response.json().hint).toContain(`the reference ${entry?.fields["reference"]}.`);
  expect(response.body).not.toContain("the disk is full");
});

it.each([
  ["broken JSON", "{", "application/json", 400, "The page sent something unknown."],
  ["a form of another site", "a=b", "text/plain", 415, "The page sent something unknown."],
  ["more than fits", JSON.stringify("a".repeat(2_100_000)), "application/json", 413, "That is too long."],
])("refuses %s in words", async (_what, payload, contentType, status, message) => {
  const response = await inject("/api/intent", payload, contentType);
  expect([response.statusCode, response.json().message]).toEqual([status, message]);
});

it("completes price questions, and none that are too long", async () => {
  expect((await inject("/api/suggest?q=t3.")).json()).toHaveLength(2);
  expect((await inject(`/api/suggest?q=${"t".repeat(201)}`)).json()).toHaveLength(3); // as if nothing was typed
});

it("logs routes, never what people typed", async () => {
  await inject("/api/suggest?q=secret-words");
  await inject("/api/intent", command("secret-words"));
  expect(logged.map(({ fields }) => fields["route"])).toEqual(["/api/suggest", "/api/intent"]);
  expect(JSON.stringify(logged)).not.toContain("secret-words");
});
