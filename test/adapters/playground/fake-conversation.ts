import type { Conversation, Intent, Reply } from "../../../src/app/conversation.ts";
import type { Asker } from "../../../src/app/ports/asker.ts";
import type { Card } from "../../../src/cards/card.ts";
import { UnavailableError, UserError } from "../../../src/core/errors.ts";
import { ADVICE_CSV, adviceCard, adviceForm, ESTIMATE_ID, note, sharedCard } from "./sample-cards.ts";

export interface FakeConversation extends Conversation {
  heard: { intent: Intent; asker: Asker }[];
  threads: { estimateId: string; threadId: string }[];
}

/** A conversation that answers at once with hand-made cards and forms, and remembers what it heard. */
export function fakeConversation(): FakeConversation {
  const heard: FakeConversation["heard"] = [];
  const threads: FakeConversation["threads"] = [];
  const votes = new Map<string, string>();
  return {
    heard,
    threads,
    async handle(intent, asker) {
      heard.push({ intent, asker });
      if (intent.kind === "press" && intent.action === "vote") {
        votes.set(asker.person.name, intent.value ?? "");
        return card(
          sharedCard([...votes].map(([name, platform]) => `${name}: ${platform}`).join(", ")),
          "channel",
          true,
        );
      }
      return reply(intent, asker);
    },
    overhear: async () => null,
    sharedCard: async () => null,
    posted: async (_asker, estimateId, { threadId }) => void threads.push({ estimateId, threadId }),
    suggestPrices: (query, most) =>
      ["t3.medium", "t3.large", "t3a.medium"]
        .filter((name) => name.startsWith(query))
        .slice(0, most)
        .map((name) => ({ label: `${name}, AWS`, value: name })),
  };
}

function card(shown: Card, audience: "asker" | "channel" | "thread" = "asker", replaces = false): Reply {
  return { kind: "card", card: shown, audience, estimateId: ESTIMATE_ID, replaces };
}

function reply(intent: Intent, { person, threadId }: Asker): Reply {
  switch (intent.kind) {
    case "open-form":
      return { kind: "form", form: adviceForm({}), estimateId: intent.estimateId };
    case "submit-form": {
      const { answers, estimateId } = intent;
      if (Number(answers["budget"]) >= 0) return card(adviceCard);
      const faults = { budget: "Budget must be a number, 0 or more, as in 100." };
      return { kind: "faults", form: adviceForm({}), faults, estimateId };
    }
    case "price":
      return { ...card(note(intent.text, "$0.0416 an hour, $30.37 a month.")), estimateId: null };
    case "command":
      return command(intent.text);
    case "press":
      return press(intent.action, intent.value);
    case "follow-up":
    case "offer":
      return card(note("What changed", `“${intent.text}”: the bill is $12.00 more.`), threadId ? "thread" : "asker");
    case "home":
      return { ...card(note("Your estimates", `${person.name} asked nothing yet.`)), estimateId: null };
  }
}

function command(text: string): Reply {
  if (text === "crash") throw new Error("the disk is full of secret words");
  if (text.includes("disk")) throw new UnavailableError("The disk is full.", "Make room.");
  if (text.includes("moon")) throw new UserError("There are no prices for the moon.", "Name a region on earth.");
  if (text === "help") return { ...card(note("Help", "Describe your project.")), estimateId: null };
  return card(adviceCard);
}

function press(action: string, value: string | null): Reply {
  switch (action) {
    case "share":
      return card(sharedCard(null), "channel");
    case "change":
      return { kind: "form", form: adviceForm({ budget: "100", experience: "beginner" }), estimateId: ESTIMATE_ID };
    case "cost-lines":
      return card(
        note("Every line", "In the file.", { files: [{ name: "lines.csv", mediaType: "text/csv", text: ADVICE_CSV }] }),
      );
    default:
      return card(note(`Pressed ${action}`, `With ${value ?? "nothing"}.`), "asker", action === "reprice");
  }
}
