import { afterEach, beforeAll, expect, it } from "vitest";
import { library } from "../src/app/knowledge.ts";
import { planner } from "../src/app/planner.ts";
import { catalogOf } from "../src/catalog-of.ts";
import { advise } from "../src/core/decision/advise.ts";
import { parseRequirement } from "../src/core/question/parse-requirement.ts";
import { type PlannerPool, plannerPool } from "../src/planner-pool.ts";
import { podKinds } from "./bench/workloads.ts";

const TODAY = "2026-11-20";
const LONG_MS = 120_000; // a thread starts and reads the catalog, on a busy machine too

const source = { current: () => catalogOf({ pricingDir: null }) };
const knowledgeOf = () => library(source, { now: () => new Date(TODAY) });
let shelves: ReturnType<typeof knowledgeOf>;
let pool: PlannerPool;
beforeAll(() => {
  shelves = knowledgeOf();
});
afterEach(() => pool.close());

it(
  "plans many kinds of pods in a thread, to the same bytes, and leaves this one free meanwhile",
  async () => {
    pool = plannerPool(source, null, LONG_MS);
    const asked = parseRequirement(podKinds(120));
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 1);
    const planned = await planner(shelves, pool).advise(asked, TODAY);
    clearInterval(turning);
    expect(turns).toBeGreaterThan(20); // none, were it planned here
    expect(JSON.stringify(planned)).toBe(JSON.stringify(advise(asked, shelves.knowledge(TODAY))));
  },
  LONG_MS,
);

it(
  "plans from the catalog that is in use, where that is another than the thread began with",
  async () => {
    const newer = { ...source.current(), version: "newer" };
    pool = plannerPool({ current: () => newer }, null, LONG_MS);
    const planned = await pool.advise(parseRequirement(podKinds(60)), TODAY);
    expect(planned.catalog.version).toBe("newer");
  },
  LONG_MS,
);

it(
  "says what is wrong with a question as it is said here",
  async () => {
    pool = plannerPool(source, null, LONG_MS);
    const asked = parseRequirement({ ...podKinds(51), region: "atlantis-1" });
    await expect(planner(shelves, pool).advise(asked, TODAY)).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining("atlantis-1"),
      hint: expect.any(String),
    });
  },
  LONG_MS,
);

it("gives up on a question that takes too long", async () => {
  pool = plannerPool(source, null, 1);
  const planned = planner(shelves, pool).advise(parseRequirement(podKinds(51)), TODAY);
  await expect(planned).rejects.toThrow("too large to plan at once");
});

it("plans a few kinds of pods here, where no thread has to start", async () => {
  pool = plannerPool(source, null, 1);
  expect((await planner(shelves, pool).advise(parseRequirement(podKinds(50)), TODAY)).ranking).not.toEqual([]);
});
