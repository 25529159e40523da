import { expect, it } from "vitest";
import { packMetadata, sealer, unpackMetadata } from "../../../src/adapters/slack/metadata.ts";

const metadata = { team: "T1", user: "U1", channel: "C1", thread: null, estimate: "e-1", draft: false, reply: null };
const from = { team: "T1", user: "U1" };

it("gives back what was packed, to the same person in the same workspace only", () => {
  expect(unpackMetadata(packMetadata(metadata), from)).toEqual(metadata);
  expect(unpackMetadata(packMetadata(metadata), { ...from, team: "T2" })).toBeNull();
  expect(unpackMetadata(packMetadata(metadata), { ...from, user: "U2" })).toBeNull();
});

it.each(["", "{", "null", "[]", JSON.stringify({ ...metadata, more: 1 })])(
  "takes nothing that is not ours: %j",
  (text) => {
    expect(unpackMetadata(text, from)).toBeNull();
  },
);

it("opens what a process with the same secret sealed, and nothing that was changed", () => {
  const sealed = sealer("secret").seal("https://hooks.slack.com/commands/T1/2/3");
  expect(sealer("secret").open(sealed)).toBe("https://hooks.slack.com/commands/T1/2/3");
  expect(sealer("another").open(sealed)).toBeNull();
  expect(sealer("secret").open(`A${sealed.slice(1)}`)).toBeNull();
  expect(sealer("secret").open("")).toBeNull();
  expect(sealer("secret").seal("x")).not.toBe(sealer("secret").seal("x"));
});
