import { UserError } from "../../core/errors.ts";

/** Texts that are no workload, by what gives each away: what it is, and what to send instead. */
const OTHERS: readonly { is: (text: string, name: string) => boolean; what: string; hint: string }[] = [
  {
    is: (text) => text.includes("\0"),
    what: "This is not a text file",
    hint: "Send YAML or JSON, or a table as kubectl prints it.",
  },
  {
    is: (text) =>
      /^\s*(resource|provider|module|terraform|variable|data|locals|output)\b[^\n:=]*\{/m.test(text) &&
      !/^(kind|services):/m.test(text),
    what: "This is Terraform, which says what is built and not what runs in it",
    hint: "Send what runs: `kubectl get pods -A -o json`, or `kubectl get nodes -o json` for the machines.",
  },
  {
    is: (text) => /"terraform_version"/.test(text.slice(0, 2000)),
    what: "This is Terraform's state or plan, which says what is built and not what runs in it",
    hint: "Send what runs: `kubectl get pods -A -o json`, or `kubectl get nodes -o json` for the machines.",
  },
  {
    is: (text, name) =>
      /(^|\/)Dockerfile/i.test(name) || (/^FROM\s+\S+/m.test(text) && /^(RUN|CMD|COPY|ENTRYPOINT)\s/m.test(text)),
    what: "This is a Dockerfile, which says how an image is made and not what it asks for",
    hint: "Send the Compose file or the manifests that run it, or say its size in words: 3 services of 250m and 512 MiB.",
  },
  {
    is: (text) => /^\s*(job|group|task)\s+"[^"]+"\s*\{/m.test(text),
    what: "This is a Nomad job",
    hint: "Say its size in words: 3 services with 2 copies of 250m and 512 MiB each.",
  },
  {
    is: (text) =>
      /\{\{-?\s*[^}]*\}\}/.test(text) && /^\s*(kind|apiVersion|\{\{|-?\s*[\w./-]+:)/m.test(text) && !isJson(text),
    what: "This is a Helm template that is not rendered yet",
    hint: "Run `helm template NAME CHART -f values.yaml > all.yaml` and send all.yaml.",
  },
  {
    is: (text) => /^(NAMESPACE\s+)?NAME\s+READY\s+STATUS/.test(text),
    what: "This table says which pods there are and not what they ask for",
    hint: "Send `kubectl get pods -A -o json`.",
  },
];

const isJson = (text: string) => /^\s*[[{]\s*["{[]/.test(text);

/** @throws {UserError} saying what a text is, where it is known for something that says nothing of a workload. */
export function refuseOthers(text: string, name: string): void {
  const other = OTHERS.find(({ is }) => is(text, name));
  if (other !== undefined) throw new UserError(`${other.what}.`, other.hint);
}

const VALUES = [
  "replicaCount",
  "image",
  "resources",
  "ingress",
  "service",
  "autoscaling",
  "nodeSelector",
  "global",
  "fullnameOverride",
];

/** Documents without a `kind` by the keys they have: what each is, and what to send instead. */
const MAPS: readonly { is: (keys: readonly string[]) => boolean; what: string; hint: string }[] = [
  {
    is: (keys) => keys.includes("apiVersion") && keys.includes("name") && keys.includes("version"),
    what: "This is Chart.yaml, which names a Helm chart and not what it runs",
    hint: "Run `helm template NAME CHART > all.yaml` and send all.yaml.",
  },
  {
    is: (keys) =>
      ["resources", "bases", "patches", "namePrefix", "images", "configMapGenerator"].filter((key) =>
        keys.includes(key),
      ).length > 1 &&
      !keys.includes("image") &&
      !keys.includes("replicaCount"),
    what: "This is a kustomization, which says where manifests lie",
    hint: "Run `kubectl kustomize FOLDER > all.yaml` and send all.yaml.",
  },
  {
    is: (keys) =>
      ["workload", "purpose", "existingCloud", "kubernetesExperience", "budgetUsd", "engineers"].some((key) =>
        keys.includes(key),
      ),
    what: "This is a requirement, not what runs today",
    hint: "On the command line, hand it in with `--requirements FILE`.",
  },
  {
    is: (keys) => VALUES.filter((key) => keys.includes(key)).length > 0,
    what: "These are the values of a Helm chart, which run nothing without it",
    hint: "Run `helm template NAME CHART -f values.yaml > all.yaml` and send all.yaml.",
  },
  {
    is: (keys) => keys.includes("dependencies") && keys.includes("scripts"),
    what: "This is package.json, which says what a program is made of",
    hint: "Send the Compose file or the manifests that run it.",
  },
];

/** @throws {UserError} saying what a document without a kind is, and what to send instead. */
export function refuseMap(value: unknown): void {
  if (typeof value !== "object" || value === null || "kind" in value) return;
  const keys = Object.keys(value);
  const known = MAPS.find(({ is }) => is(keys));
  if (known !== undefined) throw new UserError(`${known.what}.`, known.hint);
}
