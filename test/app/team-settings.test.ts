import { expect, it } from "vitest";
import type { Asker } from "../../src/app/ports/asker.ts";
import { may, TeamSettings, teamDefaults } from "../../src/app/team-settings.ts";

const asker = (isAdmin: boolean, groups: string[], shell: Asker["tenant"]["shell"] = "slack"): Asker => ({
  tenant: { shell, id: "T1" },
  person: { id: "U1", name: "Ann", isAdmin, groups },
  channelId: null,
  threadId: null,
  deliveryId: "d1",
});

it.each([
  [{}, "mayShare", false, [], true],
  [{}, "mayDecide", false, ["a"], false],
  [{}, "mayDecide", true, [], true],
  [{ mayDecide: "everyone" }, "mayDecide", false, [], true],
  [{}, "mayChangeSettings", false, [], false],
  [{}, "mayChangeSettings", true, [], true],
  [{ mayDecide: "admins" }, "mayDecide", false, ["a"], false],
  [{ mayDecide: { groups: ["a", "b"] } }, "mayDecide", false, ["b"], true],
  [{ mayDecide: { groups: ["a"] } }, "mayDecide", false, ["b"], false],
  [{ mayDecide: { groups: ["a"] } }, "mayDecide", true, [], true],
] as const)("With %j, %s for admin %s in %j is %s", (settings, permission, isAdmin, groups, allowed) => {
  expect(may(asker(isAdmin, [...groups]), TeamSettings.parse(settings), permission)).toBe(allowed);
});

it("Everybody may everything at their own terminal", () => {
  expect(may(asker(false, [], "cli"), { mayChangeSettings: "admins" }, "mayChangeSettings")).toBe(true);
  expect(may(asker(false, [], "cli"), {}, "mayDecide")).toBe(true);
});

it("Defaults are what the settings say of a requirement, and nothing for what they leave out", () => {
  expect(teamDefaults({ region: "uk", platforms: ["eks"], mayShare: "admins" })).toEqual({
    region: "uk",
    only: ["eks"],
  });
});

it("A key that is no setting is refused", () => {
  expect(TeamSettings.safeParse({ regoin: "uk" }).success).toBe(false);
});
