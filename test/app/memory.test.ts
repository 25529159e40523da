import { describe, expect, it } from "vitest";
import { catalogData } from "../core/real-catalog.ts";
import { ADA, aTeam, BEN, CHRIS, cardIn, estimateOf, followed, shared, told, wordsOf } from "./team.ts";

const MVP = "startup, 2 engineers, MVP";

describe("History", () => {
  it("is paged, newest first, with nothing twice and nothing missing", async () => {
    const team = await aTeam();
    const ids: string[] = [];
    for (let budget = 50; budget < 62; budget++)
      ids.push((await told(team, team.in(BEN), `MVP, ${budget} a month`)).estimateId);
    const first = await told(team, team.in(BEN), "history");
    const older = first.card.actions.find(({ name }) => name === "page");
    const page = { kind: "press", action: "page", estimateId: "", value: older?.value ?? null } as const;
    const second = cardIn(await team.conversation.handle(page, team.in(BEN)));
    const opened = [first, second].flatMap(
      ({ card }) => card.actions.find(({ name }) => name === "open")?.choices?.map(({ value }) => value) ?? [],
    );
    expect(opened).toEqual(ids.reverse().map((id) => `estimate:${id}`));
    expect(second.card.actions.some(({ name }) => name === "page")).toBe(false);
  });

  it("shows one's own and shared answers, and nobody else's drafts", async () => {
    const team = await aTeam();
    const { estimateId } = await shared(team, MVP);
    const draft = await told(team, team.in(CHRIS), "MVP, 77 a month");
    const seen = wordsOf((await told(team, team.in(BEN), "history")).card);
    const choices = JSON.stringify((await told(team, team.in(BEN), "history")).card.actions);
    expect(choices).toContain(estimateId);
    expect(choices).not.toContain(draft.estimateId);
    expect(seen).toContain("ada, shared");
  });
});

it("An old answer keeps its figures after prices rose, and its buttons and decision still work", async () => {
  const team = await aTeam();
  const { estimateId, threadId } = await shared(team, MVP);
  const before = await estimateOf(team, estimateId);
  const decided = await followed(team, team.in(ADA, threadId), "decide doks because we know it");
  const decisionId = decided.card.actions.find(({ name }) => name === "reprice")?.value ?? "";
  const dearer = catalogData.prices.map((row) =>
    row.skuId === "s-2vcpu-4gb" ? { ...row, listUnitPrice: row.listUnitPrice + 3 } : row,
  );
  const later = team.with({ ...catalogData, version: "later", prices: dearer });
  expect(await estimateOf(later, estimateId)).toEqual(before);
  for (const action of ["compare", "cost-lines", "why-not"] as const) {
    const press = { kind: "press", action, estimateId, value: "doks" } as const;
    expect((await later.conversation.handle(press, later.in(BEN, threadId))).kind).toBe("card");
  }
  const reprice = { kind: "press", action: "reprice", estimateId, value: decisionId } as const;
  const { card } = cardIn(await later.conversation.handle(reprice, later.in(BEN)));
  // two nodes at 27 a month in place of 24: 62.50 + 6.00
  expect(wordsOf(card)).toMatch(/62\.50 USD.*68\.50 USD.*\+6\.00, \+9\.6 %/);
});

it("A decision is exported as Markdown with what was asked, chosen and paid", async () => {
  const team = await aTeam();
  const { estimateId, threadId } = await shared(team, MVP);
  const decided = await followed(team, team.in(ADA, threadId), "decide doks because we know it");
  const value = decided.card.actions.find(({ name }) => name === "export")?.value ?? "";
  const { card } = cardIn(
    await team.conversation.handle({ kind: "press", action: "export", estimateId, value }, team.in(BEN)),
  );
  expect(card.files).toHaveLength(1);
  expect(card.files[0]?.text).toMatch(/^# Run on DigitalOcean Kubernetes[\s\S]*we know it[\s\S]*62\.50/);
});

it("Nothing crosses from one workspace to another", async () => {
  const team = await aTeam();
  const { estimateId, threadId } = await shared(team, MVP);
  await followed(team, team.in(ADA, threadId), "decide doks because we know it");
  const [decision] = (await team.store.decisions.list(team.tenant, { limit: 1, before: null })).items;
  const stranger = { ...team.in(BEN, threadId), tenant: { ...team.tenant, id: "elsewhere" } };
  const press = (action: "compare" | "export", value: string | null) =>
    team.conversation.handle({ kind: "press", action, estimateId, value }, stranger);
  await expect(press("compare", null)).rejects.toThrow("There is no estimate");
  await expect(press("export", decision?.id ?? "")).rejects.toThrow("There is no decision");
  await expect(followed(team, stranger, "why not eks", estimateId)).rejects.toThrow("There is no estimate");
  expect((await told(team, stranger, "history")).card.title).toBe("No answers yet");
  expect((await told(team, stranger, "decisions")).card.title).toBe("No decisions yet");
});

describe("An estimate's id", () => {
  it("is the same for the same question, wherever it is asked", async () => {
    const [one, two] = [await aTeam(), await aTeam("discord")];
    expect((await told(one, one.in(BEN), MVP)).estimateId).toBe((await told(two, two.in(ADA), MVP)).estimateId);
  });

  it("is another for another question, platform, day, discount or catalog", async () => {
    const team = await aTeam();
    const ask = async (question: object, on = team) =>
      (await on.advisor.ask(on.in(BEN), { input: { purpose: "mvp" }, ...question })).id;
    const ids = [
      await ask({}),
      await ask({ input: { purpose: "demo" } }),
      await ask({ input: { purpose: "mvp", only: ["doks"] } }),
      await ask({ asOf: "2026-06-20" }),
      await ask({}, team.with({ ...catalogData, version: "later" })),
    ];
    await team.set({ discounts: [{ provider: "aws", percent: 10 }] });
    ids.push(await ask({}));
    expect(new Set(ids).size).toBe(6);
  });
});
