import type { Action, Card, Chart } from "../../../src/cards/card.ts";
import type { Form } from "../../../src/cards/form.ts";

export const anAction = (name: Action["name"], label: string, more: Partial<Action> = {}): Action => ({
  name,
  label,
  style: "plain",
  estimateId: "e1",
  value: null,
  choices: null,
  ...more,
});

export const aChart = (more: Partial<Chart> = {}): Chart => ({
  title: "What a month costs",
  alt: "DigitalOcean is cheapest at 84 dollars a month, Google next at 151, Amazon dearest at 193.",
  currency: "USD",
  bars: ["DigitalOcean Kubernetes", "GKE Standard, one zone", "Amazon EKS"],
  series: [
    { name: "Control plane", values: [0, 73, 73] },
    { name: "Nodes", values: [72, 98.06, 91.1] },
    { name: "Load balancers", values: [12, 18.25, 16.43] },
    { name: "Egress", values: [0, 8.5, 9] },
    { name: "Credits", values: [0, 0, 0] },
  ],
  ...more,
});

/** A recommendation as people get it. */
export const aCard = (more: Partial<Card> = {}): Card => ({
  title: "Run it on DigitalOcean Kubernetes: $84.00 a month",
  tone: "good",
  fallback: "DigitalOcean Kubernetes, $84.00 a month: 3 × s-2vcpu-4gb in nyc3.",
  sections: [
    { kind: "text", text: ["3 × ", { text: "s-2vcpu-4gb", mark: "code" }, ", nyc3, basic control plane"] },
    {
      kind: "list",
      title: "Why",
      tone: "plain",
      items: [
        ["It costs ", { text: "$84.00", mark: "strong" }, ", the least of seven that fit."],
        "Two engineers new to Kubernetes can run it: the control plane is managed and free.",
        "It leaves room for one more service of the same size.",
      ],
    },
    { kind: "heading", text: "What it costs" },
    { kind: "chart", chart: aChart() },
    {
      kind: "table",
      table: {
        title: "Runners-up",
        columns: [
          { name: "Platform", align: "left" },
          { name: "Bill", align: "right" },
          { name: "True cost", align: "right" },
        ],
        rows: [
          ["GKE Standard, one zone", "$123.41", "$523.41"],
          ["Amazon EKS", "$189.53", "$789.53"],
        ],
        total: null,
      },
    },
    {
      kind: "facts",
      facts: [
        { label: "With labour", value: "$484.00 a month" },
        { label: "SLA", value: "99.5 %: 219 minutes a month" },
      ],
    },
    { kind: "list", title: "Mind", tone: "warning", items: ["The free control plane has no SLA."] },
    { kind: "footer", text: "Prices of 2026-08-14 · e1 · list prices, before tax" },
  ],
  actions: [
    anAction("share", "Share", { style: "primary" }),
    anAction("change", "Change answers"),
    anAction("compare", "Compare all"),
    anAction("cost-lines", "Cost lines"),
    anAction("why-not", "Why not…", {
      choices: [
        { label: "Amazon EKS", value: "eks" },
        { label: "GKE Autopilot", value: "gke-autopilot" },
      ],
    }),
  ],
  files: [{ name: "cost-lines.csv", mediaType: "text/csv", text: "category,cost\nnodes,72.00\n" }],
  ...more,
});

/** The founding five, and a second and third step. */
export const aForm = (): Form => ({
  name: "advise",
  title: "Where to run it",
  submitLabel: "Advise",
  steps: [
    {
      title: "The basics",
      fields: [
        {
          kind: "choice",
          key: "existingCloud",
          label: "Cloud in use",
          help: "Leaving one costs money too.",
          value: "none",
          required: true,
          options: ["none", "aws", "azure", "gcp", "digitalocean", "hetzner"].map((value) => ({
            value,
            label: value.toUpperCase(),
            description: null,
          })),
        },
        {
          kind: "choice",
          key: "kubernetesExperience",
          label: "Kubernetes experience",
          help: null,
          value: "beginner",
          required: true,
          options: ["none", "beginner", "intermediate", "expert"].map((value) => ({
            value,
            label: value,
            description: null,
          })),
        },
        {
          kind: "number",
          key: "budgetUsd",
          label: "Budget a month",
          help: "Infrastructure alone.",
          value: "",
          minimum: 0,
          maximum: null,
          whole: false,
          required: false,
          unit: "USD",
        },
        {
          kind: "text",
          key: "uptimePercent",
          label: "Uptime",
          help: null,
          value: "",
          placeholder: "99.9",
          multiline: false,
          required: false,
          mostCharacters: 20,
        },
        {
          kind: "choices",
          key: "features",
          label: "Needs",
          help: null,
          value: [],
          most: null,
          options: ["gpu", "windows", "arm", "spot"].map((value) => ({ value, label: value, description: null })),
        },
      ],
    },
    {
      title: "The workload",
      fields: [
        {
          kind: "number",
          key: "services",
          label: "Services",
          help: null,
          value: "3",
          minimum: 1,
          maximum: 10_000,
          whole: true,
          required: true,
          unit: null,
        },
        { kind: "toggle", key: "backups", label: "Back it up", help: null, value: true },
        { kind: "file", key: "manifest", label: "A manifest", help: "YAML or JSON.", extensions: [".yaml", ".json"] },
      ],
    },
    {
      title: "The rest",
      fields: [
        {
          kind: "number",
          key: "storageGiB",
          label: "Storage",
          help: null,
          value: "20",
          minimum: 0,
          maximum: null,
          whole: false,
          required: true,
          unit: "GiB",
        },
      ],
    },
  ],
});
