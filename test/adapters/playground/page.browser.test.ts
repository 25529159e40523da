import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chromiumPath, launch, servePlayground } from "./browser.ts";
import { LOW_CONTRAST } from "./contrast.ts";
import { type FakeConversation, fakeConversation } from "./fake-conversation.ts";

const SOON = { timeout: 10_000 }; // on a machine with other work to do
const title = chromiumPath ? "the chat page" : "the chat page (skipped: no Chromium found, set CHROMIUM_PATH)";

describe.skipIf(chromiumPath === null)(title, () => {
  let browser: Browser;
  let page: Page;
  let conversation: FakeConversation;
  let served: Awaited<ReturnType<typeof servePlayground>>;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    conversation = fakeConversation();
    served = await servePlayground(conversation);
    page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    page.setDefaultTimeout(8_000);
    complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (line) => {
      const expected = /status of (422|500)|ERR_CONNECTION_REFUSED/; // what a test provokes, and the page says in words
      if (line.type() === "error" && !expected.test(line.text())) complaints.push(line.text());
    });
    await page.goto(served.address);
  });
  /** Whatever a test does, no script fails and the content policy has nothing to refuse. */
  afterEach(async () => {
    await page.close();
    await served.close();
    expect(complaints).toEqual([]);
  });

  const say = async (text: string) => {
    await page.fill("#message", text);
    await page.press("#message", "Enter");
  };
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const card = (name: string) => page.getByRole("article").filter({ has: page.getByRole("heading", { name }) });
  const advice = () => card("DigitalOcean Kubernetes, $98.40 a month");
  const complaint = (text: string) => page.getByRole("list", { name: "Conversation" }).getByText(text);
  const lastIntent = () => conversation.heard.at(-1)?.intent;
  const focused = (what: string) => page.evaluate(`document.activeElement.${what}`);

  it("takes files that are chosen, with the words in the box", async () => {
    await page.fill("#message", "on AWS");
    const file = { name: "compose.yaml", mimeType: "text/yaml", buffer: Buffer.from("services: {}") };
    await page.setInputFiles("#files", [file]);
    const files = [{ name: "compose.yaml", text: "services: {}" }];
    await expect.poll(lastIntent, SOON).toEqual({ kind: "command", text: "on AWS", files });
  });

  it("leads a beginner from a button through the form to a card with its lines, chart and files", async () => {
    await button("Answer a few questions").click();
    const dialog = page.getByRole("dialog", { name: "Where to run Kubernetes" });
    await dialog.getByLabel("A little").check();
    await dialog.getByLabel("Budget a month").fill("100");
    await dialog.getByLabel("GPUs").check();
    await button("Next").click();
    await dialog.getByLabel("Region").fill("frankfurt");
    await dialog
      .getByLabel("Manifest")
      .setInputFiles({ name: "a.yaml", mimeType: "", buffer: Buffer.from("kind: Pod") });
    await button("Next").click();
    await dialog.getByLabel("Keep backups").check();
    await button("Advise me").click();
    await advice().waitFor();
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(lastIntent()).toEqual({
      kind: "submit-form",
      form: "advise",
      estimateId: null,
      answers: {
        existingCloud: "none",
        experience: "beginner",
        budget: "100",
        features: ["gpu"],
        region: "frankfurt",
        manifest: "kind: Pod",
        backups: true,
        notes: "",
      },
    });
    const lines = advice().getByRole("table", { name: "Cost lines" });
    expect(await lines.getByRole("rowheader", { name: "Nodes, s-2vcpu-4gb" }).count()).toBe(1);
    expect(await lines.getByRole("row").last().textContent()).toBe("Total$98.40");
    expect(await page.evaluate("getComputedStyle(document.querySelector('tfoot td:last-child')).textAlign")).toBe(
      "end",
    );
    await advice()
      .getByRole("img", { name: /^Cost a month by platform\. DigitalOcean costs/ })
      .waitFor();
    await expect
      .poll(() => page.evaluate("document.querySelector('.chart img').naturalWidth"), SOON)
      .toBeGreaterThan(600);
  });

  it("says a fault at its field, puts the focus there, and loses nothing that was typed", async () => {
    await button("Answer a few questions").click();
    await page.getByLabel("Budget a month").fill("a lot");
    await page.getByLabel("Very well").check();
    await button("Next").click();
    await page.getByLabel("Region").fill("the moon");
    await page.getByLabel("Manifest").setInputFiles({ name: "a.yaml", mimeType: "", buffer: Buffer.from("kind: Pod") });
    await button("Advise me").click();
    const budget = page.getByLabel("Budget a month");
    await page.locator("#field-budget-fault").waitFor();
    expect(await focused("id")).toBe("field-budget");
    expect(await budget.getAttribute("aria-invalid")).toBe("true");
    expect(await budget.getAttribute("aria-describedby")).toBe("field-budget-help field-budget-fault");
    expect([await budget.inputValue(), await page.getByLabel("Very well").isChecked()]).toEqual(["a lot", true]);
    await button("Next").click();
    expect(await page.getByLabel("Region").inputValue()).toBe("the moon");
    expect(await page.getByLabel("Manifest").inputValue()).toMatch(/a\.yaml$/);
  });

  it("can be used by keyboard alone, and gives back what was typed when the dialog was closed", async () => {
    await page.keyboard.press("Tab");
    expect(await focused("textContent")).toBe("Skip to the message box");
    await page.focus("text=Answer a few questions");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    expect(await focused("id")).toBe("field-existingCloud");
    await page.focus("#field-budget");
    await page.keyboard.type("120");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused("textContent"), SOON).toMatch(/^What you run/);
    await page.keyboard.press("Escape");
    await expect.poll(() => focused("textContent"), SOON).toBe("Answer a few questions");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter"); // in haste: it opens once all the same
    await page.getByRole("dialog").waitFor();
    expect(await page.getByLabel("Budget a month").inputValue()).toBe("120");
    await page.focus("text=Advise me");
    await page.keyboard.press("Enter");
    await advice().waitFor();
    await expect
      .poll(() => page.locator("#announcer").textContent(), SOON)
      .toContain("Run it on DigitalOcean Kubernetes");
  });

  it("answers each button of a card", async () => {
    await say("an MVP for 100 dollars");
    await button("Compare all").click();
    await card("Pressed compare").waitFor();
    await advice().getByLabel("Why not…").selectOption({ label: "Amazon EKS" });
    await card("Pressed why-not").getByText("With orange.").waitFor();
    expect(await advice().getByLabel("Why not…").inputValue()).toBe("");
    const download = page.waitForEvent("download");
    await button("Cost lines").click();
    await page.getByRole("link", { name: "Download lines.csv" }).click();
    expect((await download).suggestedFilename()).toBe("lines.csv");
    await button("Change answers").click();
    expect(await page.getByLabel("Budget a month").inputValue()).toBe("100");
    await button("Close").click();
    await button("Reprice for").click();
    await card("Pressed reprice").getByText("With blue.").waitFor();
    expect(await advice().count()).toBe(0); // this one takes the place of the card it was pressed on
  });

  it("opens a thread under a shared card, where replies and answers stay together", async () => {
    await say("an MVP for 100 dollars");
    await button("Share").click();
    const thread = page.getByRole("region", { name: "Thread" });
    await thread.getByLabel("Reply in the thread").fill("what if the budget is 200");
    await thread.getByRole("button", { name: "Reply" }).click();
    await thread.getByRole("heading", { name: "What changed" }).waitFor();
    const [opened] = conversation.threads;
    expect(opened?.estimateId).toBe("k7f3q2");
    expect(conversation.heard.at(-1)).toMatchObject({
      intent: { kind: "follow-up", text: "what if the budget is 200", estimateId: null },
      asker: { threadId: opened?.threadId, person: { id: "ada" } },
    });
    await thread.getByRole("article").waitFor();
    expect(await page.locator("#transcript > li").count()).toBe(3); // the question, the draft, the shared card
  });

  it("lets a team vote on one machine, and keeps one person's draft from the others", async () => {
    await say("an MVP for 100 dollars");
    await button("Share").click();
    for (const name of ["Ben", "Chris"]) {
      await page.getByLabel(name, { exact: true }).check({ force: true });
      await page.getByLabel("Vote for…").selectOption({ label: "Amazon EKS" });
      await page.getByText(`${name}: orange`).waitFor();
      expect(await advice().count()).toBe(1); // Ada's draft is hidden, the shared card stays one
    }
    expect(await page.getByText("Ben: orange, Chris: orange").count()).toBe(1);
    expect(await focused("dataset.action")).toBe("vote");
    await page.getByLabel("Ada", { exact: true }).check({ force: true });
    expect(await advice().count()).toBe(2);
  });

  it("takes plain words after a card as a question about it, and commands as commands", async () => {
    await say("an MVP for 100 dollars");
    await advice().waitFor();
    expect(lastIntent()).toEqual({ kind: "command", text: "an MVP for 100 dollars" });
    await say("why so much?");
    await card("What changed").waitFor();
    expect(lastIntent()).toEqual({ kind: "follow-up", text: "why so much?", estimateId: "k7f3q2" });
    await say("/k8s-price t3.medium");
    await card("t3.medium").waitFor();
    expect(lastIntent()).toEqual({ kind: "price", text: "t3.medium" });
    await button("Help").click();
    await card("Help").waitFor();
    await button("History").click();
    await card("Your estimates").waitFor();
    await say("/k9s");
    await complaint("There is no such command.").waitFor();
  });

  it("completes a price question while it is typed", async () => {
    await page.fill("#message", "/k8s-price t3.");
    const options = "[...document.querySelectorAll('#suggestions option')].map((option) => option.value)";
    await expect.poll(() => page.evaluate(options), SOON).toEqual(["/k8s-price t3.medium", "/k8s-price t3.large"]);
  });

  it("says what went wrong, and gives the words back to be sent again", async () => {
    await say("/k8s-advise on the moon");
    await complaint("There are no prices for the moon. Name a region on earth.").waitFor();
    expect(await page.inputValue("#message")).toBe("/k8s-advise on the moon");
    await say("/k8s-advise crash");
    await complaint("That did not work, and it is our fault.").waitFor();
    expect(await page.getByText("the disk is full").count()).toBe(0);
    await served.close();
    await say("/k8s-advise help");
    await complaint("The advisor cannot be reached.").waitFor();
  });

  it("shows what was said again after a reload, until it is cleared", async () => {
    await say("<img src=x onerror=alert(1)>");
    await button("Share").click();
    await page.getByRole("region", { name: "Thread" }).waitFor();
    await page.reload();
    await page.getByRole("region", { name: "Thread" }).waitFor();
    expect(await page.getByText("<img src=x onerror=alert(1)>").count()).toBe(1);
    await button("Clear").click();
    await page.reload();
    expect(await button("Answer a few questions").isVisible()).toBe(true);
  });

  it.each([
    ["light", 1100],
    ["dark", 1100],
    ["light", 320],
    ["dark", 320],
  ] as const)(
    "has readable text in %s, %i pixels wide, and needs no scrolling sideways",
    async (colorScheme, width) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const check = async () => {
        expect(await page.evaluate(LOW_CONTRAST)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
        expect(await page.evaluate("dialog.scrollWidth - dialog.clientWidth")).toBeLessThanOrEqual(0);
      };
      await check();
      await button("Answer a few questions").click();
      await page.getByLabel("Budget a month").fill("?");
      await button("Advise me").click();
      await page.locator("#field-budget-fault").waitFor();
      await check();
      await button("Close").click();
      await say("an MVP for 100 dollars");
      await button("Share").click();
      await say("/k8s-advise on the moon");
      await complaint("There are no prices for the moon.").waitFor();
      await check();
    },
  );
});
