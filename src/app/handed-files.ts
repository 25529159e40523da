import { UserError } from "../core/errors.ts";
import type { RequirementInput } from "../core/question/requirement.ts";
import type { Library } from "./knowledge.ts";
import type { FileReader, FileReading, HandedFile } from "./ports/files.ts";

/** What files say of a requirement, fit for the catalog, and how they were read, as sentences. */
export interface FromFiles {
  input: FileReading["input"];
  fromFiles: string[];
}

/** A question with what files say: each wins over what stands before it, and the needs of all of them count. */
export function withFiles(...parts: readonly RequirementInput[]): RequirementInput {
  const features = [...new Set(parts.flatMap((part) => part.features ?? []))];
  // Entries, not assignments: a "__proto__" that somebody wrote stays a key, and is refused as one.
  const all: RequirementInput = Object.fromEntries(parts.flatMap(Object.entries));
  return features.length === 0 ? all : { ...all, features };
}

type Book = ReturnType<Library["knowledge"]>["book"];

/**
 * Reads files. What the catalog does not know of them is said: a region is left to the other answers, and machines of an
 * unknown name are planned by their size.
 * @throws {UserError} for what cannot be read, or machines of an unknown name and size.
 */
export async function readHanded(
  { files, library }: { files: FileReader; library: Library },
  handed: readonly HandedFile[],
): Promise<FromFiles> {
  if (handed.length === 0) return { input: {}, fromFiles: [] };
  const { input, machine, notes } = await files.read(handed);
  const { book } = library.knowledge();
  const { region, ...rest } = input;
  const isPriced = region === undefined || book.geographyOf(region) !== null;
  const named = knownMachines(rest.workload, machine, book);
  return {
    input: {
      ...rest,
      ...(named.workload === undefined ? {} : { workload: named.workload }),
      ...(region === undefined || !isPriced ? {} : { region }),
    },
    fromFiles: [
      ...notes,
      ...named.notes,
      ...(isPriced ? [] : [`No prices are known for the region ${region}: name one that is near.`]),
    ],
  };
}

function knownMachines(
  workload: RequirementInput["workload"],
  machine: FileReading["machine"],
  book: Book,
): { workload: RequirementInput["workload"]; notes: string[] } {
  if (
    workload === undefined ||
    !("instanceType" in workload) ||
    book.findInstanceTypes(workload.instanceType).length > 0
  )
    return { workload, notes: [] };
  const { instanceType, nodes } = workload;
  if (machine === null)
    throw new UserError(
      `No prices are known for machines of type ${instanceType}.`,
      "Send `kubectl get nodes -o json`: it says how large they are.",
    );
  return {
    workload: { nodes, vcpu: machine.vcpu, memoryGiB: Math.ceil(machine.memoryGiB) },
    notes: [`No prices are known for ${instanceType}; machines with its vCPU and memory are planned.`],
  };
}
