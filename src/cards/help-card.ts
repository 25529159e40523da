import type { Card, Section } from "./card.ts";

/** What is typed where the card is shown: each is followed by words, a platform, a topic or the name of a list. */
export interface Commands {
  form: string; // alone, with nothing after it
  ask: string;
  compare: string;
  explain: string;
  show: string;
  channelSettings: string | null; // with nothing after it; null where there are no channels
  price: string;
}

/** The commands as chats take them. */
export const CHAT_COMMANDS: Commands = {
  form: "/k8s-advise",
  ask: "/k8s-advise",
  compare: "/k8s-advise compare",
  explain: "/k8s-advise explain",
  show: "/k8s-advise",
  channelSettings: "/k8s-advise settings channel",
  price: "/k8s-price",
};

const EXAMPLES = ({ ask, price }: Commands): string[] => [
  `${ask} two developers, MVP, 50 USD a month, new to Kubernetes`,
  `${ask} 40 services on EKS in Frankfurt, 99.95 %, is GKE cheaper?`,
  `${price} t3.medium x3 frankfurt`,
];

/** What to type and what comes of it, for somebody who was never here. */
export function helpCard(commands: Commands, rows: string[][]): Card {
  return {
    title: "Where should Kubernetes run?",
    tone: "neutral",
    fallback: `Tell me what you want to run, and I say where: type ${commands.form}.`,
    sections: helpSections(commands, rows),
    actions: [],
    files: [],
  };
}

/** What can be asked, in the commands of one shell; `rows` say what can be typed, and what each gives. */
export const helpSections = (commands: Commands, rows: string[][]): Section[] => [
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
      rows,
      total: null,
    },
  },
  {
    kind: "text",
    text: "Only you see an answer until you share it. In the thread of a shared answer, ask on: “what if the budget is 100”, “why not EKS”. What people say there to each other changes nothing.",
  },
];
