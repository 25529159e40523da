import { CHAT_COMMANDS, type Commands } from "../../cards/help-card.ts";
import type { Asker } from "../ports.ts";

const TERMINAL_COMMANDS: Commands = { advise: "k8s-advise advise", price: "k8s-advise price" };

/** What the commands are called where the asker is. */
export const commandsOf = ({ tenant }: Asker): Commands => (tenant.shell === "cli" ? TERMINAL_COMMANDS : CHAT_COMMANDS);
