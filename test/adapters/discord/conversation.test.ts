import { afterEach, describe, expect, it } from "vitest";
import { textOf } from "../../discord-stand-in/world.ts";
import { type Bot, startBot } from "./bot.ts";

let bot: Bot;
afterEach(() => bot.stop());

describe.each(["gateway", "http"] as const)("over %s", (transport) => {
  it("opens the form's first step as a modal at once", async () => {
    bot = await startBot({ transport });
    const asked = await bot.people.slash("k8s-advise");
    const modal = await bot.discord.until(() => asked.modal, "the form");
    expect(modal.title).toBe("The basics");
    expect(modal.components.map(({ label }) => label)).toEqual([
      "Cloud in use",
      "Kubernetes experience",
      "Budget a month",
      "Uptime",
      "Needs",
    ]);
    expect(bot.discord.refused).toEqual([]);
  });

  it("answers the form with a private draft", async () => {
    bot = await startBot({ transport });
    const asked = await bot.people.slash("k8s-advise");
    await bot.discord.until(() => asked.modal, "the form");
    const sent = await bot.people.submit(asked, { "Budget a month": "50", Needs: ["gpu"] });
    const draft = await bot.discord.until(() => sent.messages[0], "the draft");
    expect(bot.discord.refused).toEqual([]);
    expect(draft.visibleTo).toBe(bot.world.ann.id);
    expect(textOf(draft)).toContain("Run it on DigitalOcean Kubernetes");
    expect(bot.script.asked.at(-1)?.intent).toEqual({
      kind: "submit-form",
      form: "advise",
      estimateId: null,
      answers: {
        existingCloud: "none",
        kubernetesExperience: "beginner",
        budgetUsd: "50",
        uptimePercent: "",
        features: ["gpu"],
      },
    });
  });
});
