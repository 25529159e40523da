import { describe, expect, it } from "vitest";
import { type Settings, type SettingsScope, settingsCard } from "../../src/cards/settings-card.ts";
import { settingsForm } from "../../src/cards/settings-form.ts";
import { names, textOf } from "./setup.ts";

const said = (settings: Settings, scope: SettingsScope) =>
  textOf(settingsCard(settings, names, { scope, changed: null, steps: [] }));

describe("settingsCard", () => {
  it("says who may what where nobody chose: everybody shares, admins decide and change the settings", () => {
    const text = said({}, "workspace");
    expect(text).toContain("May share: everybody\nMay record decisions: admins\nMay change settings: admins");
  });

  it("says what was chosen in place of that", () => {
    const text = said({ mayShare: "admins", mayDecide: { groups: ["S1", "S2"] } }, "workspace");
    expect(text).toContain("May share: admins\nMay record decisions: admins and groups S1 and S2");
  });

  it("shows discounts by the names of providers, and money with its cents", () => {
    const discounts = [
      { provider: "aws", percent: 7.5 },
      { provider: "hetzner", fixedUsd: 50 },
    ];
    const text = said({ discounts, labourRateUsd: 80 }, "workspace");
    expect(text).toContain("An hour of work: 80.00 USD");
    expect(text).toContain("Discounts: Amazon Web Services 7.5 %; Hetzner Cloud 50.00 USD");
  });

  it("leaves to the team what a channel does not set", () => {
    const text = said({ region: "uk", mayDecide: "everyone" }, "channel");
    expect(text).toContain(
      "Platforms looked at: as for the team\nDiscounts: as for the team\nMentions are answered: as for the team\nMay share: as for the team",
    );
    expect(text).toContain("May record decisions: everybody\nMay change settings: as for the team");
    expect(text).not.toMatch(/not set|: all|: none|Region: as/);
  });
});

describe("settingsForm", () => {
  const helps = (scope: SettingsScope) => {
    const { steps } = settingsForm({}, { platforms: [], providers: [] }, scope);
    const fields = steps.flatMap((step) => step.fields);
    return fields.flatMap(({ key, help }) => (key.startsWith("may") ? [help] : []));
  };

  it("says at each question who may as long as nothing is chosen", () => {
    expect(helps("workspace")).toEqual([
      "Everybody, where nothing is chosen.",
      "Admins, where nothing is chosen.",
      "Admins, where nothing is chosen.",
    ]);
    expect(new Set(helps("channel"))).toEqual(new Set(["As the team's settings say, where nothing is chosen."]));
  });
});
