import { suggestPrices } from "../core/price/suggest.ts";
import { commanded } from "./answers/commands.ts";
import { submitDecision } from "./answers/decisions.ts";
import { followedUp } from "./answers/follow-ups.ts";
import { openForm, submitForm } from "./answers/forms.ts";
import { home } from "./answers/history.ts";
import { offered, overheard } from "./answers/offers.ts";
import { pressed } from "./answers/presses.ts";
import { priced } from "./answers/prices.ts";
import { scopeOf, submitSettings } from "./answers/settings.ts";
import type { Conversation, Intent, Reply } from "./conversation.ts";
import type { Asker } from "./ports.ts";
import { storable } from "./storable.ts";
import { type Talk, whoIs } from "./talk.ts";

/** The one conversation that every shell leads. */
export function converse(talk: Talk): Conversation {
  return {
    handle: async (intent, asker) => answerTo(talk, storable(intent), storable(asker)),
    overhear: async (text, spot) => overheard(talk, storable(spot), storable(text)),
    async posted(...posting) {
      const [asker, estimateId, message] = storable(posting);
      const at = talk.clock.now().toISOString();
      await talk.threads.open(asker.tenant, message, { estimateId, by: whoIs(asker), at });
      await talk.estimates.markShared(asker.tenant, estimateId, { by: whoIs(asker), at, thread: message });
    },
    suggestPrices: (typed, most) => suggestPrices(typed, most, talk.library.knowledge().book),
  };
}

function answerTo(talk: Talk, intent: Intent, asker: Asker): Promise<Reply> {
  switch (intent.kind) {
    case "open-form":
      return openForm(talk, asker, intent);
    case "submit-form":
      return submitted(talk, intent, asker);
    case "command":
      return commanded(talk, asker, intent.text, intent.files);
    case "price":
      return priced(talk, asker, intent.text);
    case "press":
      return pressed(talk, asker, intent);
    case "follow-up":
      return followedUp(talk, asker, intent);
    case "offer":
      return offered(talk, asker, intent.text);
    case "home":
      return home(talk, asker, intent.before);
  }
}

function submitted(talk: Talk, intent: Extract<Intent, { kind: "submit-form" }>, asker: Asker): Promise<Reply> {
  switch (intent.form) {
    case "advise":
      return submitForm(talk, asker, intent);
    case "decide":
      return submitDecision(talk, asker, intent);
    case "settings":
      return submitSettings(talk, asker, intent.answers, scopeOf(intent.estimateId));
    case "follow-up":
      return followedUp(talk, asker, { text: String(intent.answers["text"] ?? ""), estimateId: intent.estimateId });
  }
}
