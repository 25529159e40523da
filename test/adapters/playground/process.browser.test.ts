import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, launch } from "./browser.ts";

const SOON = { timeout: 10_000 }; // on a machine with other work to do
const title = chromiumPath ? "npm start" : "npm start (skipped: no Chromium found, set CHROMIUM_PATH)";

describe.skipIf(chromiumPath === null)(title, () => {
  const dataDir = mkdtempSync(join(tmpdir(), "k8s-advise-"));
  let browser: Browser;
  let page: Page;
  let running: ChildProcess;

  /** Starts the built process on a free port, as the README says, and opens its page. */
  async function start(): Promise<void> {
    const env = { PATH: process.env["PATH"], DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "warn" };
    running = spawn(process.execPath, ["dist/main.js", "serve"], { env, stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(running.stdout ?? running, "data");
    const address = /http:\S+/.exec(String(line))?.[0];
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(address ?? "");
  }

  async function stop(): Promise<unknown> {
    await page.close();
    running.kill("SIGTERM");
    return (await once(running, "exit"))[0];
  }

  beforeAll(async () => {
    browser = await launch();
    await start();
  });
  afterAll(async () => {
    await stop();
    await browser.close();
    rmSync(dataDir, { recursive: true });
  });

  const card = () => page.getByRole("article").last();
  const button = (name: string) => card().getByRole("button", { name, exact: true });

  it("answers a start-up's form with DigitalOcean, and lines that add up to the bill", async () => {
    await page.getByRole("button", { name: "Answer a few questions" }).click();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByLabel("What is it for?").selectOption("mvp");
    await page.getByLabel("How many people would run it?").fill("2");
    await page.locator("dialog button[type=submit]").click();
    await card().waitFor();
    expect(await card().getByRole("heading").first().textContent()).toContain("DigitalOcean Kubernetes");
    const cells = await card().getByRole("table").first().locator("tbody td:last-child").allTextContents();
    const cents = cells.reduce((sum, cell) => sum + Math.round(Number(cell.replace(/,/g, "")) * 100), 0);
    const total = await card().getByRole("table").first().locator("tfoot td:last-child").textContent();
    expect(cells.length).toBeGreaterThan(3);
    expect((cents / 100).toFixed(2)).toBe(total?.replace(/,/g, ""));
  });

  it("keeps its buttons working after a restart", async () => {
    const kept = await page.evaluate("JSON.stringify(sessionStorage)");
    expect(await stop()).toBe(0);
    await start();
    await page.evaluate(
      `Object.entries(${String(kept)}).forEach(([key, value]) => sessionStorage.setItem(key, value))`,
    );
    await page.reload();
    const before = await page.getByRole("article").count();
    await button("Compare all").click();
    await expect.poll(() => page.getByRole("article").count(), SOON).toBe(before + 1);
    expect(await page.locator(".error").count()).toBe(0);
  });

  it("answers in a shared card's thread with what changed", async () => {
    await page.getByRole("article").first().getByRole("button", { name: "Share", exact: true }).click();
    await page.getByLabel("Reply in the thread").fill("with a GPU");
    await page.keyboard.press("Enter");
    const answer = page.getByRole("region", { name: "Thread" }).getByRole("article");
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(/The bill goes from [\d.,]+ to [\d.,]+ USD a month/);
  });

  it("tells Ben why he may not record a decision, and lets Ada, the admin", async () => {
    const thread = page.getByRole("region", { name: "Thread" });
    const record = thread.getByRole("button", { name: "Record decision", exact: true });
    await page.getByLabel("Ben", { exact: true }).check({ force: true });
    await record.click();
    await thread.getByText("You may not record decisions here. Admins may.").waitFor();
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await page.getByLabel("Ada", { exact: true }).check({ force: true });
    await record.click();
    await page.getByRole("dialog", { name: "Record a decision" }).waitFor();
  });
});
