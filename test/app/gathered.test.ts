import { describe, expect, it } from "vitest";
import { gathered } from "../../src/app/gathered.ts";

describe("gathered", () => {
  it("does the work once for all who call within the while, and apart for each key", async () => {
    const once = gathered(5);
    const done: string[] = [];
    const work = (key: string) => once(key, async () => void done.push(key));
    await Promise.all([work("a"), work("a"), work("b"), work("a")]);
    expect(done.sort()).toEqual(["a", "b"]);
  });

  it("works off what comes while it runs, after it", async () => {
    const once = gathered(1);
    const log: string[] = [];
    let goOn = () => {};
    const slow = once("a", async () => {
      log.push("first begins");
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      log.push("first ends");
    });
    while (log.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const next = once("a", async () => void log.push("second"));
    goOn();
    await Promise.all([slow, next]);
    expect(log).toEqual(["first begins", "first ends", "second"]);
  });

  it("tells everybody who called when it fails, and begins anew", async () => {
    const once = gathered(1);
    const failing = async () => {
      throw new Error("refused");
    };
    await expect(once("a", failing)).rejects.toThrow("refused");
    await expect(once("a", async () => undefined)).resolves.toBeUndefined();
  });
});
