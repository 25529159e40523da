import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { vocabulary } from "./vocabulary.fixture.ts";

const read = (text: string) => understand(text, vocabulary);

describe("a sum of money", () => {
  it.each([
    ["the AWS statement came to $7,915", 7915],
    ["we're bleeding 11k/mo on azure", 11_000],
    ["twelve hundred dollars go to DigitalOcean on the 1st of every month", 1200],
    ["$650/mo is what AWS takes from us", 650],
    ["hosting costs have crept up to 1100 dollars", 1100],
    ["AWS yearly run rate is around $96k", 8000],
    ["paying through the nose, 7k a month", 7000],
    ["current monthly cost: $3,400", 3400],
  ])("is paid today: %s", (text, spend) => {
    expect(read(text).input).toMatchObject({ spendTodayUsd: spend });
    expect(read(text).input.budgetUsd).toBeUndefined();
  });

  it.each([
    ["two grand a month is what the CFO signed off", 2000],
    ["we were given 18k for the whole year", 1500],
    ["got nine thousand a quarter for infra", 3000],
    ["can stretch to 1,100 a month", 1100],
    ["servers may cost $80", 80],
    ["a couple of hundred dollars a month, that's all the charity can spare", 200],
    ["4 services, 2 devs, $200", 200],
    ["so ~30 bucks", 30],
  ])("is wanted: %s", (text, budget) => {
    expect(read(text).input).toMatchObject({ budgetUsd: budget });
    expect(read(text).input.spendTodayUsd).toBeUndefined();
  });

  it.each([
    "tickets are $19, we sell 4000 of them",
    "openai calls cost us 1.1k a month",
    "I paid $15 for the domain",
    "lost $3k last year to an outage",
    "our customers pay $30 per month",
    "a new hire would cost 80k a year",
    "our colo is 1200 a month",
    "each outage costs us around $4000",
    "saved a fortune ($1,400 a month)",
    "hosting is cheap, my phone eats $140 a month",
  ])("is neither, and told of: %s", (text) => {
    const { input, unparsed, questions } = read(text);
    expect(input.budgetUsd).toBeUndefined();
    expect(input.spendTodayUsd).toBeUndefined();
    expect([...unparsed, ...questions]).not.toEqual([]);
  });

  it("is counted by the hour where it is of an outage", () => {
    // 250 x 60 = 15,000; 20,000 / 24 = 833.33
    expect(read("downtime costs $250 a minute").input.outageCostUsdPerHour).toBe(15_000);
    expect(read("each minute offline costs us $100").input.outageCostUsdPerHour).toBe(6000);
    expect(read("we lose 20k per day when the shop is down").input.outageCostUsdPerHour).toBe(833.33);
  });

  it("is asked about where nothing says what it is", () => {
    expect(read("it is $500 a month").questions).toEqual([
      '"$500 a month": is that what you want to spend, what you pay today, or what something costs?',
    ]);
  });

  it("is no year", () => {
    expect(read("hosting budget 2026: $48,000 a year").input.budgetUsd).toBe(4000);
  });
});
