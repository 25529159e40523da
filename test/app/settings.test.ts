import { describe, expect, it } from "vitest";
import { TeamSettings } from "../../src/app/team-settings.ts";
import type { Answers } from "../../src/cards/form.ts";
import { ADA, aTeam, BEN, CHRIS, cardIn, estimateOf, followed, shared, type Team, told, wordsOf } from "./team.ts";

const MVP = "startup, 2 engineers, MVP";
const FORMS = { workspace: "settings", channel: "channel-settings" } as const;
const asked = async (team: Team, text = MVP) => estimateOf(team, (await told(team, team.in(BEN), text)).estimateId);
const save = (team: Team, answers: Answers, scope: "workspace" | "channel", who = ADA) =>
  team.conversation.handle({ kind: "submit-form", form: FORMS[scope], answers, estimateId: null }, team.in(who));

describe("A team's settings", () => {
  it("are defaults that what a person says comes on top of", async () => {
    const team = await aTeam();
    await save(team, { region: "eu-central", currency: "EUR", labourRateUsd: "50" }, "workspace");
    expect((await asked(team)).requirement).toMatchObject({ region: "eu-central", currency: "EUR", labourRateUsd: 50 });
    expect((await asked(team, `${MVP}, in Oregon`)).requirement.region).not.toBe("eu-central");
  });

  it("offer each further step of their form where it opens a step at a time", async () => {
    const buttons = async (shell: "slack" | "discord") => {
      const team = await aTeam(shell);
      return (await told(team, team.in(ADA), "settings channel")).card.actions.map(({ label, value }) => [
        label,
        value,
      ]);
    };
    expect(await buttons("slack")).toEqual([["Change settings", "channel"]]);
    expect(await buttons("discord")).toEqual([
      ["Change settings", "channel"],
      ["Discounts and people", "channel:1"],
      ["Answers", "channel:2"],
    ]);
  });

  it("of a channel come on top of the workspace's", async () => {
    const team = await aTeam();
    await save(team, { region: "eu-central", currency: "EUR" }, "workspace");
    await save(team, { region: "japan" }, "channel");
    expect((await asked(team)).requirement).toMatchObject({ region: "japan", currency: "EUR" });
  });

  it("limit the platforms that are looked at", async () => {
    const team = await aTeam();
    await save(team, { platforms: ["eks", "aks"] }, "workspace");
    const { ranking, rejected } = await asked(team);
    const others = [...ranking, ...rejected].map(({ platform }) => platform).filter((id) => id !== "docker-desktop");
    expect(others.sort()).toEqual(["aks", "eks"]);
  });

  it("lower a provider's bill by what was negotiated", async () => {
    const team = await aTeam();
    const before = await asked(team);
    await save(team, { discounts: "digitalocean 10 %" }, "workspace");
    const after = await asked(team);
    const billOf = ({ ranking }: typeof before) => ranking.find(({ platform }) => platform === "doks")?.bill.total ?? 0;
    expect(billOf(after)).toBeCloseTo(billOf(before) * 0.9, 2); // every line there is DigitalOcean's own
    expect(after.id).not.toBe(before.id);
  });

  it("say who changed them and when, and give a wrong answer back at its field", async () => {
    const team = await aTeam();
    const { card } = cardIn(await save(team, { region: "uk" }, "workspace"));
    expect(wordsOf(card)).toContain("Changed by ada on 2026-11-22");
    const wrong = await save(team, { labourRateUsd: "much", discounts: "nobody 10 %" }, "workspace");
    expect(wrong).toMatchObject({
      kind: "faults",
      faults: { labourRateUsd: expect.anything(), discounts: expect.anything() },
    });
  });
});

describe("Permissions", () => {
  const share = async (team: Team, who: typeof BEN) => {
    const { estimateId } = await told(team, team.in(who), MVP);
    return team.conversation.handle({ kind: "press", action: "share", estimateId, value: null }, team.in(who));
  };

  it.each([
    ["everyone", true, true],
    ["admins", false, false],
    [{ groups: ["architects"] }, false, true],
  ])("mayShare %j: Ben %s, Chris %s, Ada always", async (mayShare, ben, chris) => {
    const team = await aTeam();
    await team.set({ mayShare: mayShare as "everyone" });
    const allowed = (who: typeof BEN) =>
      share(team, who).then(
        () => true,
        () => false,
      );
    expect([await allowed(BEN), await allowed(CHRIS), await allowed(ADA)]).toEqual([ben, chris, true]);
  });

  it("mayDecide is the admins' where nothing is said, and guards the form, its answers and the words", async () => {
    const team = await aTeam();
    const { estimateId, threadId } = await shared(team, MVP);
    const ben = team.in(BEN, threadId);
    const answers = { platform: "doks", why: "we know it" };
    await expect(followed(team, ben, "decide doks because we know it")).rejects.toThrow("may not record decisions");
    await expect(
      team.conversation.handle({ kind: "press", action: "decide", estimateId, value: null }, ben),
    ).rejects.toThrow("may not record decisions");
    await expect(
      team.conversation.handle({ kind: "submit-form", form: "decide", answers, estimateId }, ben),
    ).rejects.toThrow("may not record decisions");
    expect((await followed(team, team.in(ADA, threadId), "decide doks because we know it")).card.fallback).toContain(
      "Decided",
    );
    await team.set({ mayDecide: "everyone" });
    expect((await followed(team, ben, "decide civo because it is cheaper")).card.fallback).toContain("Decided");
  });

  it.each([
    ["slack", {}, "decide", "You may not record decisions here.", "Admins may.", "/k8s-advise settings"],
    ["discord", {}, "decide", "You may not record decisions here.", "Admins may.", "/k8s-advise show: settings"],
    ["slack", {}, "settings", "You may not change the settings here.", "Admins may.", "/k8s-advise settings"],
    [
      "slack",
      { mayShare: { groups: ["S1", "S2"] } },
      "share",
      "You may not share cards here.",
      "Admins and groups S1 and S2 may.",
      "/k8s-advise settings",
    ],
  ] as const)(
    "refuse in words on %s with %j: who may %s, and who can change that",
    async (shell, set, action, message, who, command) => {
      const team = await aTeam(shell);
      await team.set(TeamSettings.parse(set));
      const { estimateId, threadId } = await shared(team, MVP);
      const press = { kind: "press", action, estimateId, value: null } as const;
      await expect(team.conversation.handle(press, team.in(BEN, threadId))).rejects.toMatchObject({
        message,
        hint: `${who} An admin can let others do it in ${command}.`,
      });
    },
  );

  it.each([
    ["slack", "/k8s-advise settings channel"],
    ["discord", "/k8s-advise show: channel settings"],
  ] as const)("refuse with the channel's own settings on %s where those say who may", async (shell, command) => {
    const team = await aTeam(shell);
    await team.set({ mayDecide: "everyone" });
    await team.set({ mayDecide: { groups: ["architects"] } }, "C1");
    const { threadId } = await shared(team, MVP);
    await expect(followed(team, team.in(BEN, threadId), "decide doks because we know it")).rejects.toMatchObject({
      hint: `Admins and group architects may. An admin can let others do it in ${command}.`,
    });
    const { card } = await followed(team, team.in(CHRIS, threadId), "decide doks because we know it");
    expect(card.fallback).toContain("Decided");
  });

  it("mayChangeSettings is the admins' where nothing is said", async () => {
    const team = await aTeam();
    await expect(save(team, { region: "uk" }, "workspace", BEN)).rejects.toThrow("You may not change the settings");
    await team.set({ mayChangeSettings: "everyone" });
    expect((await save(team, { region: "uk" }, "workspace", BEN)).kind).toBe("card");
  });

  it("mayChangeSettings of a channel lets nobody change the whole team's", async () => {
    const team = await aTeam();
    await team.set({ mayChangeSettings: "everyone" }, "C1");
    expect((await save(team, { region: "uk" }, "channel", BEN)).kind).toBe("card");
    await expect(save(team, { region: "uk" }, "workspace", BEN)).rejects.toThrow("You may not change the settings");
  });

  it("there are none on a machine of one's own", async () => {
    const team = await aTeam("cli");
    await team.set({ mayDecide: "admins", mayChangeSettings: "admins" });
    expect((await save(team, { region: "uk" }, "workspace", BEN)).kind).toBe("card");
    const { threadId } = await shared(team, MVP);
    const { card } = await followed(team, team.in(BEN, threadId), "decide doks because we know it");
    expect(card.fallback).toContain("Decided");
  });
});
