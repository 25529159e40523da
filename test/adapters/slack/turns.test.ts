import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { eventLoopTurns } from "../../../src/adapters/slack/turns.ts";

it("lets everybody through in order, and between any two whatever else happens", async () => {
  const turn = eventLoopTurns();
  const seen: string[] = [];
  const names = ["a", "b", "c"];
  const through = Promise.all(names.map((name) => turn().then(() => seen.push(name))));
  while (seen.at(-1) !== "c") {
    seen.push("event");
    await setImmediate();
  }
  await through;
  expect(seen.filter((each) => each !== "event")).toEqual(names);
  for (const name of names) expect(seen[seen.indexOf(name) - 1]).toBe("event");
});
