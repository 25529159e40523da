import { beforeAll, describe, expect, it } from "vitest";
import type { Action } from "../../src/cards/card.ts";
import { UserError } from "../../src/core/errors.ts";
import { ADA, aTeam, BEN, cardIn, estimateOf, followed, shared, type Team, told, wordsOf } from "./team.ts";

let team: Team;
beforeAll(async () => {
  team = await aTeam();
});

const MVP = "startup, 2 engineers, MVP";

describe("Words by themselves", () => {
  it("are answered with a draft that only the asker sees", async () => {
    const answer = await told(team, team.in(BEN), MVP);
    expect(answer).toMatchObject({ audience: "asker", replaces: false });
    expect(await estimateOf(team, answer.estimateId)).toMatchObject({
      requirement: { purpose: "mvp", engineers: 2 },
      verdict: { platform: "doks" },
    });
  });

  it("that say nothing are refused with two questions and an example", async () => {
    await expect(told(team, team.in(BEN), "qwertz")).rejects.toBeInstanceOf(UserError);
    await expect(told(team, team.in(BEN), "qwertz")).rejects.toMatchObject({
      message: expect.stringMatching(/What is to run.*\?.*\?/),
    });
  });

  it("that decide nothing are answered with two questions, and no platform", async () => {
    const asked = await told(team, team.in(BEN), "everything has to be on German servers");
    const words = wordsOf(asked.card);
    expect(words).toContain("What is to run");
    expect(words).not.toContain("DigitalOcean");
    expect(await estimateOf(team, asked.estimateId)).toMatchObject({ ranking: [], verdict: { platform: "none" } });
    const { estimateId, card } = await followed(team, team.in(BEN), "3 services for an MVP", asked.estimateId);
    expect(await estimateOf(team, estimateId)).toMatchObject({
      requirement: { region: "eu-central", purpose: "mvp", workload: { services: 3 } },
      verdict: { platform: "doks" },
    });
    expect(card.title).not.toContain("assumed");
  });

  it.each([
    ["what does EKS cost for 10 services", /^Amazon EKS: [\d.]+ USD a month$/, "Monthly bill"],
    [
      "doks vs eks for 10 services",
      /^DigitalOcean Kubernetes [\d.]+ USD, Amazon EKS [\d.]+ USD a month$/,
      "NAT gateways",
    ],
    ["why is EKS more expensive than DOKS", /\(3 services assumed\)$/, "Control plane: +73.00"],
    ["how many pods fit on one t3.medium", /^5 pods of 250 m CPU and 512 MiB, as assumed,/, "memory runs out first"],
    ["why not hetzner for our startup", /^Why not K3s on Hetzner/, "control plane yourselves"],
  ])("are answered with what they ask first, and the advice after it: %s", async (text, title, says) => {
    const { card, estimateId } = await told(team, team.in(BEN), text);
    expect(card.title).toMatch(title);
    const words = wordsOf(card);
    expect(words).toContain(says);
    expect(words.indexOf("Advice: ")).toBeGreaterThan(words.indexOf(says));
    expect(card.actions).toContainEqual(expect.objectContaining({ name: "open", value: `estimate:${estimateId}` }));
  });

  it.each([
    ["help", "What you can type"],
    ["compare eks aks", "2 platforms compared"],
    ["explain egress", "Egress"],
    ["explain", "pod, container"],
    ["what is a pod", "A pod is the smallest thing that Kubernetes runs"],
    ["what does N+1 mean?", "N+1"],
    ["price t3.medium x3 frankfurt", "105.12"], // 3 × 730 h × 0.048
    ["history", "answers"],
    ["decisions", "No decisions yet"],
    ["settings", "Settings of the team"],
    ["settings channel", "Settings of this channel"],
  ])("%s is a command", async (text, says) => {
    expect(wordsOf((await told(team, team.in(BEN), text)).card)).toContain(says);
  });

  it.each([
    ["slack", "/k8s-advise compare eks doks"],
    ["discord", "/k8s-advise compare: eks doks"],
    ["cli", "k8s-advise compare eks doks"],
    ["slack", "/k8s-advise settings channel"],
    ["discord", "/k8s-advise show: channel settings"],
  ] as const)("are explained as they are typed on %s", async (shell, typed) => {
    const there = await aTeam(shell);
    expect(wordsOf((await told(there, there.in(BEN), "help")).card)).toContain(`"${typed}"`);
  });

  it("speak of channels nowhere but in chats", async () => {
    const terminal = await aTeam("cli");
    expect(wordsOf((await told(terminal, terminal.in(BEN), "help")).card)).not.toContain("for this channel");
  });

  it.each(["explain quantum", "price", "decisions nope"])("%s says what to do instead", async (text) => {
    await expect(told(team, team.in(BEN), text)).rejects.toMatchObject({ hint: expect.stringMatching(/\w/) });
  });
});

describe("Where nothing fits", () => {
  const STRICT = "production on AWS, 99.99 % uptime, 3 services, we know Kubernetes well";

  it("the nearest are shown, and a button or the words on it accept what one lacks", async () => {
    const { card, estimateId } = await told(team, team.in(BEN), STRICT);
    expect(card.title).toMatch(/^Nothing fits as asked; .+ comes nearest: /);
    const [accept] = card.actions.filter(({ name }) => name === "accept");
    expect(accept).toMatchObject({ label: "Accept 99.95 %", value: "1" });
    const press = { kind: "press", action: "accept", estimateId: estimateId ?? "", value: "1" } as const;
    const pressed = cardIn(await team.conversation.handle(press, team.in(BEN)));
    const worded = await followed(team, team.in(BEN), "accept 99.95 %", estimateId);
    for (const answer of [pressed, worded])
      expect(await estimateOf(team, answer.estimateId)).toMatchObject({
        requirement: { uptimePercent: 99.95 },
        verdict: { platform: expect.not.stringMatching("none") },
      });
  });
});

describe("The form", () => {
  it("opens empty for somebody new, and with the last answers for somebody known", async () => {
    const known = await aTeam();
    const open = () => known.conversation.handle({ kind: "command", text: "" }, known.in(BEN));
    const budget = async () => {
      const reply = await open();
      if (reply.kind !== "form") throw new Error(reply.kind);
      return reply.form.steps.flatMap((step) => step.fields).find(({ key }) => key === "budgetUsd");
    };
    expect(await budget()).toMatchObject({ value: "" });
    await told(known, known.in(BEN), "80 a month");
    expect(await budget()).toMatchObject({ value: "80" });
  });

  it("is filled from words, on top of the team's defaults", async () => {
    const reply = await team.conversation.handle(
      { kind: "open-form", text: "expert, 40 services", estimateId: null },
      team.in(BEN),
    );
    if (reply.kind !== "form") throw new Error(reply.kind);
    const fields = reply.form.steps.flatMap((step) => step.fields);
    expect(fields.find(({ key }) => key === "kubernetesExperience")).toMatchObject({ value: "expert" });
    expect(fields.find(({ key }) => key === "services")).toMatchObject({ value: "40" });
  });

  it("is answered with a draft", async () => {
    const answers = { purpose: "learning", budgetUsd: "60", features: ["autoscaling"] };
    const answer = cardIn(
      await team.conversation.handle({ kind: "submit-form", form: "advise", answers, estimateId: null }, team.in(BEN)),
    );
    expect((await estimateOf(team, answer.estimateId)).requirement).toMatchObject({
      purpose: "learning",
      budgetUsd: 60,
      features: ["autoscaling"],
    });
  });

  it("comes back with every fault at its field", async () => {
    const answers = { budgetUsd: "much", engineers: "0", purpose: "fun", manifest: "kind: [" };
    const reply = await team.conversation.handle(
      { kind: "submit-form", form: "advise", answers, estimateId: null },
      team.in(BEN),
    );
    if (reply.kind !== "faults") throw new Error(reply.kind);
    expect(Object.keys(reply.faults).sort()).toEqual(["budgetUsd", "engineers", "manifest", "purpose"]);
  });

  it("reads what runs from a manifest", async () => {
    const manifest = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  replicas: 4
  template:
    spec: { containers: [{ name: api, resources: { requests: { cpu: 300m, memory: 700Mi } } }] }`;
    const submitted = { kind: "submit-form", form: "advise", answers: { manifest }, estimateId: null } as const;
    const answer = cardIn(await team.conversation.handle(submitted, team.in(BEN)));
    expect((await estimateOf(team, answer.estimateId)).requirement.workload).toMatchObject({
      pods: [{ replicas: 4, cpuMillicores: 300, memoryMiB: 700 }],
    });
  });
});

describe("Buttons", () => {
  const press = async (action: Action["name"], estimateId: string, value: string | null = null, threadId?: string) =>
    team.conversation.handle({ kind: "press", action, estimateId, value }, team.in(ADA, threadId ?? null));

  it("all have a meaning, on an answer in its thread", async () => {
    const { estimateId, threadId } = await shared(team, MVP);
    const changed = await followed(team, team.in(BEN, threadId), "what if the budget is 50");
    const says: [Action["name"], string | null, string][] = [
      ["share", null, "card"],
      ["change", null, "form"],
      ["step", "1", "form"],
      ["compare", null, "card"],
      ["why-not", "eks", "card"],
      ["cost-lines", "doks", "card"],
      ["vote", "doks", "card"],
      ["withdraw-vote", null, "card"],
      ["decide", null, "form"],
      ["undo", null, "card"],
      ["open", `estimate:${estimateId}`, "card"],
      ["settings", "workspace", "form"],
      ["dismiss", null, "card"],
      ["explain", "replica", "card"],
    ];
    for (const [action, value, kind] of says)
      expect([action, (await press(action, changed.estimateId, value, threadId)).kind]).toEqual([action, kind]);
  });

  it("share shows the card to the channel", async () => {
    const { estimateId } = await told(team, team.in(BEN), MVP);
    expect(cardIn(await press("share", estimateId))).toMatchObject({ audience: "channel", estimateId });
  });

  it("on an answer that is not there say so", async () => {
    await expect(press("compare", "nope")).rejects.toThrow('There is no estimate "nope" here.');
  });

  it("of a menu want a choice", async () => {
    const { estimateId } = await told(team, team.in(BEN), MVP);
    await expect(press("vote", estimateId, null)).rejects.toThrow("Nothing was chosen.");
  });
});

it("A person's own page lists what they asked", async () => {
  const own = await aTeam();
  const { estimateId } = await told(own, own.in(BEN), MVP);
  const { card, audience } = cardIn(await own.conversation.handle({ kind: "home", before: null }, own.in(BEN)));
  expect(audience).toBe("asker");
  expect(card.actions.find(({ name }) => name === "open")?.choices).toEqual([
    expect.objectContaining({ value: `estimate:${estimateId}` }),
  ]);
});

it("A price question typed halfway is completed", () => {
  expect(team.conversation.suggestPrices("t3.med", 5).map(({ value }) => value)).toContain("t3.medium");
});

it("A price is told in the team's currency", async () => {
  const own = await aTeam();
  await own.set({ currency: "EUR" });
  const price = { kind: "price", text: "t3.medium" } as const;
  expect(wordsOf(cardIn(await own.conversation.handle(price, own.in(BEN))).card)).toContain("EUR");
});
