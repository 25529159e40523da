import { expect, it } from "vitest";
import type { CatalogVersions } from "../../../../src/app/ports/prices.ts";

export function agreesOnACatalog(given: () => CatalogVersions): void {
  const [noon, later] = ["2026-11-28T12:00:00.000Z", "2026-11-28T12:02:00.000Z"];

  it("keeps what the first process said of a version, whoever says it again", async () => {
    expect(await given().announced()).toBeNull();
    const said = await Promise.all([given().announce("aaa", noon), given().announce("aaa", later)]);
    expect(said[0]).toEqual(said[1]);
    expect(await given().announced()).toEqual(said[0]);
  });

  it("goes on to another version, and back", async () => {
    expect(await given().announce("bbb", later)).toEqual({ version: "bbb", from: later });
    expect(await given().announce("aaa", later)).toEqual({ version: "aaa", from: later });
    expect(await given().announced()).toEqual({ version: "aaa", from: later });
  });
}
