import type { Capabilities } from "../../app/delivery/capabilities.ts";
import { CHAT_COMMANDS } from "../../cards/help-card.ts";

/** Modals hold every question of a form, and ephemeral messages reach whoever wrote something. */
export const SLACK: Capabilities = { stepwiseForms: false, privateOffers: true, commands: CHAT_COMMANDS };
