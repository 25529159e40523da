import type { Action, Card } from "../../../src/cards/card.ts";
import type { Answers, Form } from "../../../src/cards/form.ts";

export const ESTIMATE_ID = "k7f3q2";

const button = (name: Action["name"], label: string, over: Partial<Action> = {}): Action => ({
  name,
  label,
  style: "plain",
  estimateId: ESTIMATE_ID,
  value: null,
  choices: null,
  ...over,
});

const PLATFORMS = [
  { label: "Hetzner with K3s", value: "selfrun" },
  { label: "Azure AKS, free tier", value: "blue" },
  { label: "Amazon EKS", value: "orange" },
];

/** A recommendation as long and as varied as a real one. */
export const adviceCard: Card = {
  title: "DigitalOcean Kubernetes, $98.40 a month",
  tone: "good",
  fallback: "Run it on DigitalOcean Kubernetes for $98.40 a month.",
  sections: [
    {
      kind: "text",
      text: [{ text: "3 × s-2vcpu-4gb", mark: "code" }, ", New York 3, basic control plane. One node can fail."],
    },
    {
      kind: "list",
      title: null,
      tone: "plain",
      items: [
        [
          { text: "It fits the budget:", mark: "strong" },
          " $98.40 of the $100 you named, load balancer and backups included.",
        ],
        "The control plane is free and run for you; a team new to Kubernetes keeps about 6 hours a month for it.",
        [
          "Upgrades are one click. ",
          { text: "What is covered", href: "https://docs.digitalocean.com/products/kubernetes/" },
          ".",
        ],
      ],
    },
    {
      kind: "facts",
      facts: [
        { label: "Monthly bill", value: "$98.40" },
        { label: "Your time, 6.2 h at $100", value: "$620.00" },
        { label: "True monthly cost", value: "$718.40" },
      ],
    },
    {
      kind: "table",
      table: {
        title: "Cost lines",
        columns: [
          { name: "Line", align: "left" },
          { name: "Quantity", align: "right" },
          { name: "Unit price", align: "right" },
          { name: "A month", align: "right" },
        ],
        rows: [
          ["Control plane, basic", "730 h", "$0.00", "$0.00"],
          ["Nodes, s-2vcpu-4gb", "3 months", "$24.00", "$72.00"],
          ["Load balancer, 1 node", "1 month", "$12.00", "$12.00"],
          ["Volumes", "20 GiB", "$0.10", "$2.00"],
          ["Backups, 20 GiB kept twice", "40 GiB", "$0.06", "$2.40"],
          ["Container registry, basic", "2 months", "$5.00", "$10.00"],
        ],
        total: ["Total", "", "", "$98.40"],
      },
    },
    {
      kind: "chart",
      chart: {
        title: "Cost a month by platform",
        alt: "DigitalOcean costs $98.40, Hetzner $61.20, AKS $142.10 and EKS $211.75 a month; the control plane is a third of EKS.",
        currency: "USD",
        bars: ["Hetzner K3s", "DOKS basic", "AKS free", "EKS standard"],
        series: [
          { name: "Control plane", values: [0, 0, 0, 73] },
          { name: "Nodes", values: [42.2, 72, 105.1, 91.1] },
          { name: "Storage", values: [5, 14.4, 12, 11.4] },
          { name: "Network", values: [14, 12, 25, 36.25] },
        ],
      },
    },
    {
      kind: "table",
      table: {
        title: "Runners-up",
        columns: [
          { name: "Platform", align: "left" },
          { name: "Bill", align: "right" },
          { name: "True cost", align: "right" },
          { name: "Why not first", align: "left" },
        ],
        rows: [
          ["AKS, free tier", "$142.10", "$802.10", "Over the budget of $100 by $42.10"],
          ["EKS, standard", "$211.75", "$931.75", "Its $73 control plane fee alone takes most of the budget"],
        ],
        total: null,
      },
    },
    { kind: "heading", text: "What would change it" },
    { kind: "text", text: "From 14 nodes up, self-managed K3s on Hetzner costs less even with your time counted." },
    {
      kind: "list",
      title: "Mind this",
      tone: "warning",
      items: [
        "There is no promise of availability on the basic control plane.",
        "Assumed: 100 GiB egress, 20 GiB storage.",
      ],
    },
    { kind: "footer", text: "Prices of 2026-08-14 to 2026-09-29 · k7f3q2 · list prices, before tax" },
  ],
  actions: [
    button("share", "Share", { style: "primary" }),
    button("change", "Change answers"),
    button("compare", "Compare all"),
    button("why-not", "Why not…", { choices: PLATFORMS }),
    button("cost-lines", "Cost lines"),
    button("reprice", "Reprice for", { value: "blue", style: "danger" }),
  ],
  files: [],
};

/** The same card as everybody in the channel sees it. */
export function sharedCard(votes: string | null): Card {
  return {
    ...adviceCard,
    sections: votes === null ? adviceCard.sections : [...adviceCard.sections, { kind: "text", text: votes }],
    actions: [
      button("vote", "Vote for…", { choices: PLATFORMS }),
      button("decide", "Record decision", { style: "primary" }),
      button("why-not", "Why not…", { choices: PLATFORMS }),
      button("cost-lines", "Cost lines"),
    ],
  };
}

/** A short answer in words. */
export function note(title: string, text: string, over: Partial<Card> = {}): Card {
  return {
    title,
    tone: "neutral",
    fallback: `${title}. ${text}`,
    sections: [{ kind: "text", text }],
    actions: [],
    files: [],
    ...over,
  };
}

const option = (value: string, label: string, description: string | null = null) => ({ value, label, description });
const textOf = (answers: Answers, key: string) => (typeof answers[key] === "string" ? answers[key] : "");
const listOf = (answers: Answers, key: string) => (Array.isArray(answers[key]) ? answers[key] : []);

/** The founding five, and two steps more, with what was typed. */
export function adviceForm(typed: Answers): Form {
  return {
    name: "advise",
    title: "Where to run Kubernetes",
    submitLabel: "Advise me",
    steps: [
      {
        title: "The five that matter most",
        fields: [
          {
            kind: "choice",
            key: "existingCloud",
            label: "Which cloud do you use today?",
            help: "Leaving one costs time and traffic, which counts.",
            options: [
              option("none", "None yet"),
              option("aws", "Amazon Web Services"),
              option("azure", "Microsoft Azure"),
              option("gcp", "Google Cloud"),
              option("hetzner", "Hetzner", "Servers in Germany, Finland, the United States and Singapore"),
            ],
            value: textOf(typed, "existingCloud") || "none",
            required: true,
          },
          {
            kind: "choice",
            key: "experience",
            label: "How well does the team know Kubernetes?",
            help: null,
            options: [
              option("none", "Not at all"),
              option("beginner", "A little", "Has deployed something"),
              option("expert", "Very well", "Has run clusters for years"),
            ],
            value: textOf(typed, "experience") || null,
            required: true,
          },
          {
            kind: "number",
            key: "budget",
            label: "Budget a month",
            help: "For machines and services, without people's time.",
            value: textOf(typed, "budget"),
            minimum: 0,
            maximum: null,
            whole: false,
            required: false,
            unit: "USD",
          },
          {
            kind: "choices",
            key: "features",
            label: "What must it have?",
            help: null,
            options: [
              option("gpu", "GPUs"),
              option("multi-zone", "Several zones", "Survives a data centre"),
              option("hipaa", "HIPAA"),
              option("arm", "Arm machines"),
            ],
            value: listOf(typed, "features"),
            most: null,
          },
        ],
      },
      {
        title: "What you run",
        fields: [
          {
            kind: "text",
            key: "region",
            label: "Region",
            help: "A city, a country or a provider's own id.",
            value: textOf(typed, "region"),
            placeholder: "frankfurt",
            multiline: false,
            required: false,
            mostCharacters: 60,
          },
          {
            kind: "file",
            key: "manifest",
            label: "Manifest",
            help: "Its requests fill the workload.",
            extensions: ["yaml", "json"],
          },
        ],
      },
      {
        title: "If you like",
        fields: [
          { kind: "toggle", key: "backups", label: "Keep backups", help: null, value: typed["backups"] === true },
          {
            kind: "text",
            key: "notes",
            label: "Anything else",
            help: null,
            value: textOf(typed, "notes"),
            placeholder: null,
            multiline: true,
            required: false,
            mostCharacters: 500,
          },
        ],
      },
    ],
  };
}

export const ADVICE_CSV = "line,cost\nNodes,72.00\n";
