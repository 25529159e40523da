import type { Card, Section } from "./card.ts";

/** How the bot is called where the card is shown: "/k8s-advise" in a chat, "k8s-advise advise" in a terminal. */
export interface Commands {
  advise: string;
  price: string;
}

export const CHAT_COMMANDS: Commands = { advise: "/k8s-advise", price: "/k8s-price" };

const EXAMPLES = (commands: Commands): string[] => [
  `${commands.advise} two developers, MVP, 50 USD a month, new to Kubernetes`,
  `${commands.advise} 40 services on EKS in Frankfurt, 99.95 %, is GKE cheaper?`,
  `${commands.price} t3.medium x3 frankfurt`,
];

const ROWS = (commands: Commands): string[][] => [
  [commands.advise, "a short form; every question may stay empty"],
  [`${commands.advise} …`, "an answer to what you write in your own words"],
  [`${commands.advise} compare eks doks`, "platforms side by side"],
  [`${commands.advise} explain egress`, "a word of the trade in plain language"],
  [`${commands.advise} history`, "your earlier answers"],
  [`${commands.advise} decisions`, "what the team decided"],
  [`${commands.advise} settings`, "the team's region, currency, hourly rate and discounts"],
  [`${commands.price} …`, "one price: a machine, a size, a service, a pod"],
];

/** What to type and what comes of it, for somebody who was never here. */
export function helpCard(commands: Commands = CHAT_COMMANDS): Card {
  return {
    title: "Where should Kubernetes run?",
    tone: "neutral",
    fallback: `Tell me what you want to run, and I say where: type ${commands.advise}.`,
    sections: helpSections(commands),
    actions: [],
    files: [],
  };
}

export const helpSections = (commands: Commands): Section[] => [
  {
    kind: "text",
    text: "Tell me what you want to run. I plan a real cluster on every platform I know, price each one line by line, and say which I would take, what it costs with your own time, and what would change my mind.",
  },
  {
    kind: "list",
    title: "Try one of these",
    tone: "plain",
    items: EXAMPLES(commands).map((text) => ({ text, mark: "code" as const })),
  },
  {
    kind: "table",
    table: {
      title: "What you can type",
      columns: [
        { name: "Type", align: "left" },
        { name: "You get", align: "left" },
      ],
      rows: ROWS(commands),
      total: null,
    },
  },
  {
    kind: "text",
    text: "Only you see an answer until you share it. In the thread of a shared answer, ask on: “what if the budget is 100”, “why not EKS”, “with a GPU”.",
  },
];
