import type { z } from "zod";
import { UserError } from "../errors.ts";
import { REQUIREMENT_KEYS } from "./requirement.ts";

/** Every fault of a requirement in one sentence, with the keys there are. */
export function requirementError(error: z.ZodError): UserError {
  const faults = error.issues.map(describeIssue);
  return new UserError(
    faults.length === 1
      ? `The requirement has a fault: ${faults[0]}.`
      : `The requirement has ${faults.length} faults: ${faults.join("; ")}.`,
    `Allowed keys: ${REQUIREMENT_KEYS.join(", ")}.`,
  );
}

const WORKLOADS =
  "{services, replicas, cpuMillicores, memoryMiB}, {pods: [{name, replicas, cpuMillicores, memoryMiB, gpus}]}, {nodes, vcpu, memoryGiB}, {nodes, instanceType} or {pools: [{count, instanceType}]}; pods and services may have pools beside them";

/** What a bound counts where it is not the value itself. */
const COUNTED: ReadonlyMap<string, string> = new Map<string, string>([
  ["string", " characters long"],
  ["array", " entries long"],
]);

function describeIssue(issue: z.core.$ZodIssue): string {
  const where = issue.path.join(".") || "the requirement";
  const came = "input" in issue ? `, got ${brief(issue.input)}` : "";
  switch (issue.code) {
    case "unrecognized_keys":
      return `${issue.path.length > 0 ? `${where}: ` : ""}unknown key ${issue.keys.map((key) => `"${key}"`).join(", ")}${issue.path[0] === "workload" ? `; a workload is one of ${WORKLOADS}` : ""}`;
    case "invalid_value":
      return `${where} must be one of ${issue.values.join(", ")}${came}`;
    case "too_small":
      return `${where} must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${COUNTED.get(issue.origin) ?? ""}${came}`;
    case "too_big":
      return `${where} must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${COUNTED.get(issue.origin) ?? ""}${came}`;
    case "invalid_union":
      return `${where} must be one of ${WORKLOADS}, with numbers above 0${came}`;
    case "invalid_type":
      return `${where} must be ${article(issue.expected)}${came}`;
    default:
      return `${where}: ${issue.message}${came}`;
  }
}

const article = (type: string) =>
  type === "int" ? "a whole number" : /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
