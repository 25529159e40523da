import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Conversation, Intent, Reply } from "../../app/conversation.ts";
import type { Asker, Person } from "../../app/ports/asker.ts";
import { ACTION_NAMES } from "../../cards/card.ts";
import { FORM_NAMES } from "../../cards/form.ts";
import { UserError } from "../../core/errors.ts";
import { formHtml } from "./form-html.ts";
import type { PageReply } from "./page/wire.ts";
import { askerOf, CHANNEL_ID, personOf } from "./people.ts";
import { cardHtml } from "./render.ts";

const Text = z.string().max(40_000); // as much as a chat message holds: https://docs.slack.dev/reference/methods/chat.postMessage
const Id = z.string().min(1).max(200);
const Answer = z.union([z.string().max(1_000_000), z.array(Id).max(100), z.boolean()]);

const File = z.strictObject({ name: z.string().max(200), text: z.string().max(1_000_000) });

const PageIntent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("open-form"), text: Text.nullable(), estimateId: Id.nullable() }),
  z.strictObject({
    kind: z.literal("submit-form"),
    form: z.enum(FORM_NAMES),
    answers: z.record(Id, Answer),
    estimateId: Id.nullable(),
  }),
  z.strictObject({ kind: z.literal("command"), text: Text, files: z.array(File).max(10).optional() }),
  z.strictObject({ kind: z.literal("price"), text: Text }),
  z.strictObject({
    kind: z.literal("press"),
    action: z.enum(ACTION_NAMES),
    estimateId: z.string().max(200), // empty on lists and settings, which are about no estimate
    value: Text.nullable(),
  }),
  z.strictObject({ kind: z.literal("follow-up"), text: Text, estimateId: Id.nullable() }),
  z.strictObject({ kind: z.literal("home"), before: Id.nullable() }),
]) satisfies z.ZodType<Intent>;

const Request = z.strictObject({ person: Id, threadId: z.uuid().nullable(), intent: PageIntent });

/**
 * Answers one call of the page, by who is signed in, or where nobody signs in by whom the page says it is.
 * @throws {UserError} for what the person, or a stale page, got wrong.
 */
export async function answer(
  conversation: Conversation,
  body: unknown,
  signedIn: Person | null = null,
): Promise<PageReply> {
  const request = Request.safeParse(body);
  const person = request.success ? (signedIn ?? personOf(request.data.person)) : null;
  const asker = request.success && person ? askerOf(person, request.data.threadId) : null;
  if (!request.success || !asker) throw new UserError("The page sent something unknown.", "Load the page again.");
  return pageReply(conversation, await conversation.handle(request.data.intent, asker), asker);
}

async function pageReply(conversation: Conversation, reply: Reply, asker: Asker): Promise<PageReply> {
  if (reply.kind === "form") return { kind: "form", html: formHtml(reply.form, {}, reply.estimateId).text };
  if (reply.kind === "faults") return { kind: "form", html: formHtml(reply.form, reply.faults, reply.estimateId).text };
  const { card, audience, estimateId, replaces } = reply;
  const html = (await cardHtml(card)).text;
  const threadId = audience === "channel" && estimateId !== null && !replaces ? randomUUID() : null;
  if (threadId !== null && estimateId !== null)
    await conversation.posted(asker, estimateId, { channelId: CHANNEL_ID, threadId });
  const shared = reply.changesShared ? await sharedHtml(conversation, asker) : null;
  return { kind: "card", html, fallback: card.fallback, audience, estimateId, replaces, threadId, shared };
}

async function sharedHtml(conversation: Conversation, asker: Asker) {
  const card = await conversation.sharedCard(asker);
  if (card === null || asker.threadId === null) return null;
  return { threadId: asker.threadId, html: (await cardHtml(card)).text, fallback: card.fallback };
}
