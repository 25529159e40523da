import type { PageError, PageReply, PageRequest } from "../../src/adapters/playground/page/wire.ts";

type Answered = Extract<PageReply, { kind: "card" }>;
type Asked = PageRequest["intent"];

/** One person at the playground's page; `address` says where it is served now. */
export function personAt(address: () => string, person: string) {
  const post = (intent: Asked, threadId: string | null): Promise<Response> =>
    fetch(`${address()}/api/intent`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ person, threadId, intent }),
    });
  const card = async (intent: Asked, threadId: string | null = null): Promise<Answered> => {
    const response = await post(intent, threadId);
    const reply = (await response.json()) as PageReply | PageError;
    if (!response.ok || !("kind" in reply) || reply.kind !== "card") throw new Error(JSON.stringify(reply));
    return reply;
  };
  return {
    asks: (text: string) => card({ kind: "command", text }),
    says: (text: string, threadId: string) => card({ kind: "follow-up", text, estimateId: null }, threadId),
    presses: (action: string, estimateId: string, threadId: string | null = null, value: string | null = null) =>
      card({ kind: "press", action, estimateId, value }, threadId),
    /** Why something said in a thread is refused. */
    async refused(text: string, threadId: string): Promise<PageError> {
      const response = await post({ kind: "follow-up", text, estimateId: null }, threadId);
      if (response.status !== 422) throw new Error(`Answered with ${response.status}`);
      return (await response.json()) as PageError;
    },
  };
}

/** The words of a piece of a page, without its marks. */
export const wordsIn = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ");

/** The one file that a card hands out. */
export function fileIn(html: string): string {
  const [, base64] = /href="data:[^,"]*;base64,([^"]+)"/.exec(html) ?? [];
  if (base64 === undefined) throw new Error("The card has no file");
  return Buffer.from(base64, "base64").toString("utf8");
}
