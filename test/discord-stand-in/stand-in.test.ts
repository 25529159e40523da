import { REST, Routes } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { checkCommand } from "./command-rules.ts";
import { type Interaction, InteractionType } from "./interactions.ts";
import { messageFaults } from "./message-rules.ts";
import { modalFaults } from "./modal-rules.ts";
import { type Discord, startDiscord } from "./stand-in.ts";

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string) => ({ type: 2, style: 1, label: "Go", custom_id });
const message = (...components: object[]) => ({ flags: V2, components });
const label = (component: object) => ({ type: 18, label: "Question", component });
const modal = (...components: object[]) => ({ custom_id: "m", title: "Form", components });
const input = (more: object = {}) => ({ type: 4, custom_id: "i", style: 1, ...more });

describe("messages", () => {
  it.each([
    ["40 components", message(...Array.from({ length: 40 }, () => text("a")))],
    ["4,000 characters", message(text("a".repeat(2_000)), text("a".repeat(2_000)))],
    ["five buttons in a row", message({ type: 1, components: ["a", "b", "c", "d", "e"].map(button) })],
  ])("may have %s", (_, body) => {
    expect(messageFaults(body, [])).toEqual([]);
  });

  it.each([
    [
      "41 components, nested ones counted",
      message({ type: 17, components: Array.from({ length: 40 }, () => text("a")) }),
    ],
    ["4,001 characters", message(text("a".repeat(2_000)), text("a".repeat(2_001)))],
    ["six buttons in a row", message({ type: 1, components: ["a", "b", "c", "d", "e", "f"].map(button) })],
    ["a custom id twice", message({ type: 1, components: [button("a"), button("a")] })],
    ["a custom id of 101 characters", message({ type: 1, components: [button("a".repeat(101))] })],
    ["a container in a container", message({ type: 17, components: [{ type: 17, components: [text("a")] }] })],
    ["content beside components", { ...message(text("a")), content: "hello" }],
    ["no flag for components", { flags: 0, components: [text("a")] }],
    ["a file that is not attached", message({ type: 13, file: { url: "attachment://a.csv" } })],
    [
      "26 options in a menu",
      message({
        type: 1,
        components: [
          { type: 3, custom_id: "s", options: Array.from({ length: 26 }, (_, at) => ({ label: "a", value: `${at}` })) },
        ],
      }),
    ],
  ])("may not have %s", (_, body) => {
    expect(messageFaults(body, [])).not.toEqual([]);
  });
});

describe("modals", () => {
  it.each([
    ["six components", modal(...Array.from({ length: 6 }, (_, at) => label(input({ custom_id: `${at}` }))))],
    ["a title of 46 characters", { ...modal(label(input())), title: "a".repeat(46) }],
    ["a label of 46 characters", modal({ ...label(input()), label: "a".repeat(46) })],
    ["a value longer than may be typed", modal(label(input({ value: "ab", max_length: 1 })))],
    ["one radio button", modal(label({ type: 21, custom_id: "r", options: [{ label: "a", value: "a" }] }))],
    [
      "a required menu with none to choose",
      modal(label({ type: 3, custom_id: "s", min_values: 0, options: [{ label: "a", value: "a" }] })),
    ],
    ["a field twice", modal(label(input()), label(input()))],
  ])("may not have %s", (_, body) => {
    expect(modalFaults(body)).not.toEqual([]);
  });
});

describe("commands", () => {
  const option = { type: 3, name: "text", description: "Words" };
  it.each([
    ["capitals", { type: 1, name: "Advise", description: "a" }],
    [
      "a required option after others",
      { type: 1, name: "a", description: "a", options: [option, { ...option, name: "b", required: true }] },
    ],
    [
      "choices and autocomplete",
      { type: 1, name: "a", description: "a", options: [{ ...option, autocomplete: true, choices: [] }] },
    ],
    ["an unknown language", { type: 1, name: "a", description: "a", name_localizations: { xx: "a" } }],
  ])("may not have %s", (_, body) => {
    expect(checkCommand(body, "global")).toHaveProperty("faults");
  });
});

describe("interactions", () => {
  let discord: Discord;
  let rest: REST;
  beforeEach(async () => {
    discord = await startDiscord();
    rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.world.token);
  });
  afterEach(() => discord.close());

  const asked = (type: number): Interaction =>
    discord.interactions.create({
      type,
      by: discord.world.ann,
      channelId: discord.world.general.id,
      source: null,
      isUserInstall: false,
    });
  const respond = ({ id, token }: Interaction, body: object) =>
    rest.post(Routes.interactionCallback(id, token), { body, auth: false });
  const edit = ({ token }: Interaction) =>
    rest.patch(Routes.webhookMessage(discord.world.applicationId, token), {
      body: message(text("later")),
      auth: false,
    });

  it("take one first response", async () => {
    const interaction = asked(InteractionType.command);
    await respond(interaction, { type: 4, data: message(text("hi")) });
    await expect(respond(interaction, { type: 4, data: message(text("hi")) })).rejects.toMatchObject({ code: 40060 });
  });

  it("take it within three seconds", async () => {
    const interaction = asked(InteractionType.command);
    discord.advance(3_001);
    await expect(respond(interaction, { type: 5 })).rejects.toMatchObject({ code: 10062 });
  });

  it("take edits for fifteen minutes, and only after a response", async () => {
    const interaction = asked(InteractionType.command);
    await expect(edit(interaction)).rejects.toMatchObject({ code: 10015 });
    await respond(interaction, { type: 5 });
    await edit(interaction);
    discord.advance(15 * 60_000 + 1);
    await expect(edit(interaction)).rejects.toMatchObject({ code: 50027 });
  });

  it("show what they deferred as their original", async () => {
    const interaction = asked(InteractionType.command);
    const original = Routes.webhookMessage(discord.world.applicationId, interaction.token);
    await expect(rest.get(original, { auth: false })).rejects.toMatchObject({ code: 10015 });
    await respond(interaction, { type: 5 });
    expect(await rest.get(original, { auth: false })).toMatchObject({ flags: 128 });
    await edit(interaction);
    expect(await rest.get(original, { auth: false })).toMatchObject({ components: [text("later")] });
  });

  it("show no modal after a deferral, nor after a modal", async () => {
    const shown = { type: 9, data: modal(label(input())) };
    const deferred = asked(InteractionType.command);
    await respond(deferred, { type: 5 });
    await expect(respond(deferred, shown)).rejects.toMatchObject({ code: 40060 });
    await expect(respond(asked(InteractionType.modal), shown)).rejects.toMatchObject({ code: 50035 });
  });
});

describe("posts", () => {
  let discord: Discord;
  let rest: REST;
  beforeEach(async () => {
    discord = await startDiscord();
    rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.world.token);
  });
  afterEach(() => discord.close());

  const post = async (once: object): Promise<string> => {
    const body = { ...message(text("hi")), ...once };
    const posted = await rest.post(Routes.channelMessages(discord.world.general.id), { body });
    return z.object({ id: z.string() }).parse(posted).id;
  };

  it("are one for some minutes where they enforce one nonce", async () => {
    const once = { nonce: "1", enforce_nonce: true };
    const first = await post(once);
    expect(await post(once)).toBe(first);
    expect(await post({ ...once, nonce: "2" })).not.toBe(first);
    expect(await post({ nonce: "1" })).not.toBe(first);
    discord.advance(5 * 60_000);
    expect(await post(once)).not.toBe(first);
  });

  it("have a nonce of 25 characters at most", async () => {
    await post({ nonce: "1".repeat(25) });
    await expect(post({ nonce: "1".repeat(26) })).rejects.toMatchObject({ code: 50035 });
  });

  it("have one thread", async () => {
    const start = Routes.threads(discord.world.general.id, await post({}));
    await rest.post(start, { body: { name: "a" } });
    await expect(rest.post(start, { body: { name: "a" } })).rejects.toMatchObject({ code: 160004 });
  });
});
