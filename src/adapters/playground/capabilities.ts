import type { Capabilities } from "../../app/delivery/capabilities.ts";
import { CHAT_COMMANDS } from "../../cards/help-card.ts";

/** The page shows a form whole, and nobody but who asks sees anything of it. */
export const PLAYGROUND: Capabilities = { stepwiseForms: false, privateOffers: false, commands: CHAT_COMMANDS };
