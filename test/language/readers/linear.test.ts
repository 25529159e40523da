import { readdirSync, readFileSync } from "node:fs";
import { checkSync } from "recheck";
import { describe, expect, it } from "vitest";
import { leftovers } from "../../../src/language/readers/leftovers.ts";
import { openReading } from "../../../src/language/readers/open-reading.ts";
import { settle } from "../../../src/language/readers/settle.ts";
import { READERS } from "../../../src/language/readers/understand.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const FOLDER = new URL("../../../src/language/", import.meta.url);
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

/** How often a token, a name or a fact is looked at while `text` is read. */
function workFor(text: string): number {
  let work = 0;
  const count = () => {
    work += 1;
  };
  const { reading } = openReading(text, vocabulary);
  for (const part of ["mentions", "mentionAt", "mentionOver", "facts", "taken"] as const) {
    Object.assign(reading, { [part]: counted(reading[part], count) });
  }
  reading.tokens = counted(reading.tokens, count);
  for (const readFacts of READERS) readFacts(reading);
  settle(reading, null);
  leftovers(reading);
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
