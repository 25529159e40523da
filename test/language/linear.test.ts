import { readdirSync, readFileSync } from "node:fs";
import { checkSync } from "recheck";
import { describe, expect, it } from "vitest";
import { FOLLOW_UP_GRAMMAR, PRICE_GRAMMAR } from "../../src/language/grammar/index.ts";
import { parse } from "../../src/language/parse.ts";
import { resolve } from "../../src/language/resolve/resolve.ts";
import { textOf } from "../../src/language/text/text.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const FOLDER = new URL("../../src/language/", import.meta.url);
/** A regular expression as written in source: after an opening bracket, comma, equals sign, colon or "!", closed on its line. */
const LITERAL = /(?<=[(,=:!&|] ?)\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)(?=[.,;)])/g;

const expressions = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) =>
    [...readFileSync(new URL(file, FOLDER), "utf8").matchAll(LITERAL)].map(
      ([, source, flags]) => [file, source ?? "", flags ?? ""] as const,
    ),
  );

describe("every regular expression", () => {
  it("is found by this test", () => {
    expect(expressions.length).toBeGreaterThan(3);
  });

  it.each(expressions)("of %s takes linear time: /%s/%s", (_, source, flags) => {
    expect(checkSync(source, flags).status).toBe("safe");
  });
});

/** `items` with every element read counted. */
function counted<T extends object>(items: T, count: () => void): T {
  return new Proxy(items, {
    get(target, key, receiver) {
      if (typeof key === "string" && key >= "0" && key <= "9999999") count();
      return Reflect.get(target, key, receiver);
    },
  });
}

/** How often a token or a name is looked at while `typed` is read. */
function workFor(typed: string): number {
  let work = 0;
  const count = () => {
    work += 1;
  };
  const text = { ...textOf(typed, vocabulary) };
  for (const part of ["tokens", "mentions", "mentionAt", "mentionOver"] as const)
    Object.assign(text, { [part]: counted(text[part], count) });
  const parsed = parse(text, FOLLOW_UP_GRAMMAR);
  Object.assign(parsed, { spans: counted(parsed.spans, count), heard: counted(parsed.heard, count) });
  resolve(parsed, null);
  parse(text, PRICE_GRAMMAR);
  return work;
}

describe("the work done", () => {
  const PIECES = [
    ..."a |3 |x3 |no |$5 - |aws |on aws and |is eks, |2 vcpu and |t3.medium |not new to |gpu no gpu |solo team of 6 |costs $5 |".split(
      "|",
    ),
    "we pay 5 $ for aws and ",
    "frankfurt tokyo ",
    "99% and ",
    "aaaaaaaaa",
  ].filter((piece) => piece !== "");

  it.each(PIECES)("grows with the length of a text of %j, not with its square", (piece) => {
    const text = (characters: number) => piece.repeat(Math.floor(characters / piece.length));
    // Four times the text may cost four times the work, and a fifth more for what was not reached at a short text's end.
    expect(workFor(text(4000))).toBeLessThan(workFor(text(1000)) * 4.8);
  });
});
