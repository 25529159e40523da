import type { PageRequest } from "./wire.ts";

export type Intent = PageRequest["intent"];

/**
 * What typed words ask for; null for a command that does not exist. Plain words are about `estimateId`, about the card that
 * owns the thread they stand in, or, where there is no card yet, a first question.
 */
export function intentOf(text: string, inThread: boolean, estimateId: string | null): Intent | null {
  const [, command, rest = ""] = /^\/(\S*)\s*(.*)$/s.exec(text) ?? [];
  if (command === "k8s-price") return { kind: "price", text: rest };
  if (command === "k8s-advise" && rest === "") return { kind: "open-form", text: null, estimateId: null };
  if (command === "k8s-advise") return { kind: "command", text: rest };
  if (command !== undefined) return null;
  if (inThread) return { kind: "follow-up", text, estimateId: null };
  return estimateId === null ? { kind: "command", text } : { kind: "follow-up", text, estimateId };
}
