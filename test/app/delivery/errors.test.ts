import { beforeEach, describe, expect, it } from "vitest";
import { type PlatformErrors, userMessage } from "../../../src/app/delivery/errors.ts";
import type { Log } from "../../../src/app/ports/process.ts";
import { problemText } from "../../../src/cards/error-card.ts";
import { UnavailableError, UserError } from "../../../src/core/errors.ts";

let lines: { level: string; fields: Record<string, unknown>; text: string }[];
beforeEach(() => {
  lines = [];
});
const write = (level: string) => (fields: Record<string, unknown>, text: string) =>
  void lines.push({ level, fields, text });
const log: Log = { info: write("info"), warn: write("warn"), error: write("error") };
const errors: PlatformErrors = {
  refusal: (error) =>
    String(error).includes("archived") ? { message: "It is archived.", hint: "Ask elsewhere." } : null,
  fields: (error) => ({ reason: String(error) }),
  mayPass: () => true,
};
const told = (error: unknown) => problemText(userMessage(error, errors, log));

describe("what somebody is told of an error", () => {
  it("is their own mistake with what to do, which is nobody's business to log", () => {
    expect(told(new UserError("No prices for the moon.", "Name a region."))).toBe(
      "No prices for the moon. Name a region.",
    );
    expect(lines).toEqual([]);
  });

  it("is the platform's refusal in words, with a warning in the log", () => {
    expect(told(new Error("archived"))).toBe("It is archived. Ask elsewhere.");
    expect(lines).toMatchObject([
      { level: "warn", text: "the platform refused", fields: { reason: "Error: archived" } },
    ]);
  });

  it("is what we depend on, with the reference of its line in the log", () => {
    const text = told(new UnavailableError("The disk is full.", "Make room."));
    expect(text).toBe(`The disk is full. Make room. Reference: ${lines[0]?.fields["reference"]}.`);
  });

  it("is a reference alone where it is our fault", () => {
    const text = told(new TypeError("the secret is 42"));
    expect(text).toMatch(new RegExp(`our fault\\. .* the reference ${lines[0]?.fields["reference"]}\\.$`));
    expect(text).not.toContain("secret");
    expect(lines).toMatchObject([{ level: "error", text: "answering failed" }]);
  });
});
