import { suggestPrices } from "../core/price/suggest.ts";
import { commanded } from "./answers/commands.ts";
import { continued } from "./answers/follow-ups.ts";
import { openForm } from "./answers/forms.ts";
import { home } from "./answers/home.ts";
import { offered, overheard } from "./answers/offers.ts";
import { priced } from "./answers/prices.ts";
import { mentioned } from "./answers/public.ts";
import { sharedCard } from "./answers/shared-card.ts";
import type { Conversation, Intent, Reply } from "./conversation.ts";
import type { Asker } from "./ports/asker.ts";
import { storable } from "./storable.ts";
import { noteCard, type Talk, whoIs } from "./talk.ts";
import { FORMS } from "./verbs/forms.ts";
import { VERBS } from "./verbs/table.ts";

/** The one conversation that every shell leads. */
export function converse(talk: Talk): Conversation {
  return {
    handle: async (intent, asker) => answerTo(talk, storable(intent), storable(asker)),
    overhear: async (text, spot) => overheard(talk, storable(spot), storable(text)),
    sharedCard: async (spot) => sharedCard(talk, storable(spot)),
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
      return FORMS[intent.form].submit(talk, asker, intent);
    case "command":
      return commanded(talk, asker, intent.text, intent.files);
    case "price":
      return priced(talk, asker, intent.text);
    case "press":
      return pressed(talk, asker, intent);
    case "follow-up":
      return mentioned(talk, asker).then((heard) => continued(talk, heard, intent));
    case "offer":
      return offered(talk, asker, intent.text);
    case "home":
      return home(talk, asker, intent.before);
  }
}

/** What a button or a menu of a card does. */
async function pressed(
  talk: Talk,
  asker: Asker,
  { action, estimateId, value, posted = false }: Extract<Intent, { kind: "press" }>,
): Promise<Reply> {
  const verb = VERBS[action];
  if (posted && verb.joint === true) {
    await talk.advisor.find(asker, estimateId);
    await noteCard(talk, asker, estimateId);
  }
  return verb.run(talk, asker, { estimateId, value });
}
