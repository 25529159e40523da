import { CHAT_COMMANDS, type Commands } from "../../cards/help-card.ts";
import type { Asker } from "../ports.ts";

/** Discord's commands have named options and take no words beside them. */
const OPTION_COMMANDS: Commands = {
  form: "/k8s-advise",
  ask: "/k8s-advise question:",
  compare: "/k8s-advise compare:",
  explain: "/k8s-advise explain:",
  show: "/k8s-advise show:",
  channelSettings: "/k8s-advise show: channel settings",
  price: "/k8s-price query:",
};

const TERMINAL_COMMANDS: Commands = {
  form: "k8s-advise advise",
  ask: "k8s-advise advise",
  compare: "k8s-advise compare",
  explain: "k8s-advise explain",
  show: "k8s-advise",
  channelSettings: null,
  price: "k8s-advise price",
};

const BY_SHELL: Partial<Record<Asker["tenant"]["shell"], Commands>> = {
  discord: OPTION_COMMANDS,
  cli: TERMINAL_COMMANDS,
};

/** What is typed where the asker is. */
export const commandsOf = ({ tenant }: Asker): Commands => BY_SHELL[tenant.shell] ?? CHAT_COMMANDS;
