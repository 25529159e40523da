import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HttpServer } from "../../../src/adapters/http/server.ts";
import { playground } from "../../../src/adapters/playground/playground.ts";
import { memoryStore, serving, signInOn, silent, TOKEN } from "../http/serving.ts";
import { chromiumPath, launch } from "./browser.ts";
import { type FakeConversation, fakeConversation } from "./fake-conversation.ts";

const title = chromiumPath ? "signing in" : "signing in (skipped: no Chromium found, set CHROMIUM_PATH)";

describe.skipIf(chromiumPath === null)(title, () => {
  let browser: Browser;
  let server: HttpServer;
  let address: string;
  let conversation: FakeConversation;

  beforeAll(async () => {
    browser = await launch();
    conversation = fakeConversation();
    const store = await memoryStore();
    server = await serving(store, {
      loopback: false,
      signIn: signInOn(store),
      pages: [playground({ conversation, log: silent })],
    });
    address = await server.listen({ host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function opened(): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(address);
    return page;
  }

  async function signIn(page: Page, name: string, token: string): Promise<void> {
    await page.getByLabel("Your name").fill(name);
    await page.getByLabel("Access token").fill(token);
    await page.getByRole("button", { name: "Sign in" }).click();
  }

  it("asks for a name and the token, and lets who is wrong try again", async () => {
    const page = await opened();
    expect(page.url()).toBe(`${address}/sign-in`);
    await signIn(page, "Grace", "not-the-token");
    expect(await page.getByRole("alert").textContent()).toBe("That is not the access token.");
    expect(await page.getByLabel("Your name").inputValue()).toBe("Grace");
    expect(
      await page.getByLabel("Access token").evaluate("document.activeElement === this || document.activeElement.name"),
    ).toBe("token");
    await page.close();
  });

  it("lets them ask under their name, until they sign out", async () => {
    const page = await opened();
    await signIn(page, "Grace Hopper", TOKEN);
    await page.getByText("Grace Hopper (guest)").waitFor();
    expect(await page.getByRole("radio").count()).toBe(0);
    await page.getByLabel("Message to the advisor").fill("an MVP");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("article").first().waitFor();
    expect(conversation.heard.at(-1)?.asker.person).toMatchObject({ id: "guest:grace hopper", isAdmin: false });
    const other = await page.context().newPage();
    await other.goto(address);
    await other.getByRole("button", { name: "Sign out" }).click();
    await other.waitForURL(`${address}/sign-in`);
    await page.getByLabel("Message to the advisor").fill("another");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("You are not signed in, or not any more. Load the page again to sign in.").first().waitFor();
    await page.reload();
    expect(page.url()).toBe(`${address}/sign-in`);
  });

  it.each(["light", "dark"] as const)("is readable on a phone in %s colours", async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 640 } });
    await page.goto(`${address}/sign-in`);
    const { overflow } = (await page.evaluate("({ overflow: document.documentElement.scrollWidth - innerWidth })")) as {
      overflow: number;
    };
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  });
});
