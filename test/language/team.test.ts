import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const read = (text: string) => understand(text, vocabulary);

describe("those who would run it", () => {
  it.each([
    ["nobody but me touches the servers, the other eleven do sales", 1],
    ["we're six people, two of us do everything that smells of servers", 2],
    ["consultancy with 25 staff, three would look after the cluster", 3],
    ["10 devs but only 2 touch infra", 2],
    ["half a dozen of us share the pager", 6],
    ["me plus 2 juniors", 3],
    ["an intern and me", 2],
    ["two seniors and a junior", 3],
    ["we're 5", 5],
    ["7 member team", 7],
    ["pci, team 4, no spot", 4],
    ["one volunteer does it all", 1],
  ])("are counted: %s", (text, engineers) => {
    expect(read(text).input.engineers).toBe(engineers);
  });

  it.each([
    "in-house HR app, 220 staff use it",
    "30 people will use it",
    "consultancy with 25 staff",
    "a school with 700 pupils",
    "hired 2 more engineers last month",
    "they were 5 once",
  ])("are not those who are served or come later: %s", (text) => {
    expect(read(text).input.engineers).toBeUndefined();
    expect(read(text).unparsed).not.toEqual([]);
  });
});

describe("a place", () => {
  it.each([
    ["must sit on British soil", "uk"],
    ["for a French government project", "eu-west"],
    ["mostly german users", "eu-central"],
  ])("is where things of a country are: %s", (text, region) => {
    expect(read(text).input.region).toBe(region);
  });

  it.each(["the stack is a phoenix app", "our German colleague says so"])("is not in other words: %s", (text) => {
    expect(read(text).input.region).toBeUndefined();
  });
});
