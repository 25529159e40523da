import type { FileReading, HandedFile } from "../../app/ports/files.ts";
import { UserError } from "../../core/errors.ts";
import { isCompose, readCompose } from "./compose.ts";
import { documentsIn } from "./documents.ts";
import { objectsIn } from "./kube-objects.ts";
import { readObjects } from "./kubernetes.ts";
import { machineOf } from "./nodes.ts";
import { Notes } from "./notes.ts";
import type { AnyObject } from "./objects.ts";
import type { Found } from "./reading.ts";
import { refuseMap, refuseOthers } from "./recognise.ts";
import { summed } from "./summary.ts";
import { describedIn, machinesIn, tableIn, usedMachinesIn } from "./tables.ts";
import { usedPodsIn } from "./used-pods.ts";

/**
 * What files ask for together, as part of a requirement: Kubernetes objects, Compose files, and what kubectl prints of nodes
 * and pods; first in `notes` what was counted, then what was assumed and left out.
 * @throws {UserError} saying which file is not as it should be, or what it is instead.
 */
export function readFiles(files: readonly HandedFile[]): FileReading {
  const found: Found = {
    pods: [],
    volumes: [],
    loadBalancers: null,
    features: new Set(),
    gpuModels: new Set(),
    nodes: [],
    notes: new Notes(),
  };
  const objects = files.flatMap((file) => named(file, files.length > 1, () => readOne(file, found)));
  found.nodes.push(...objects.filter(({ kind }) => kind === "Node").map(machineOf));
  readObjects(objects, found);
  return summed(found, objects, files);
}

/** What `read` gives, its faults with the file's name before them where there are several. */
function named<T>({ name }: HandedFile, several: boolean, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!several || !(error instanceof UserError)) throw error;
    throw new UserError(`${name}: ${error.message}`, error.hint, { cause: error });
  }
}

/** Adds what stands in one file to what was found, and gives the Kubernetes objects in it: those count together. */
function readOne({ name, text }: HandedFile, found: Found): AnyObject[] {
  const plain = text.replace(/^\uFEFF/, "");
  refuseOthers(plain, name);
  if (/^Name:\s/m.test(plain) && /^Roles:\s/m.test(plain)) {
    found.nodes.push(...describedIn(plain));
    return [];
  }
  const table = tableIn(plain);
  if (table !== null) {
    readTable(table, found);
    return [];
  }
  const documents = documentsIn(plain);
  for (const document of documents.filter(isCompose)) readCompose(document, found);
  const others = documents.filter((document) => !isCompose(document));
  for (const other of others) refuseMap(other);
  return objectsIn(others);
}

const SAYS = {
  topNodes: () =>
    "The size of each node is worked out from what it uses and which share that is, up to the next size sold: `kubectl get nodes -o json` names the machines.",
  topPods: () =>
    "Planned with 1.3 times what each pod uses at this moment, as `kubectl top` does not say what it asks for; peaks may be higher.",
};

function readTable(rows: Map<string, string>[], found: Found): void {
  const [first] = rows;
  if (first === undefined) throw new UserError("The table has no rows.", "Send it with its lines.");
  if (first.has("CPU%") || first.has("CPU(%)")) {
    found.nodes.push(...usedMachinesIn(rows));
    found.notes.add(SAYS.topNodes, "");
  } else if (first.has("CPU(cores)")) {
    found.pods.push(...usedPodsIn(rows));
    found.notes.add(SAYS.topPods, "");
  } else if (first.has("ROLES") && first.has("VERSION")) found.nodes.push(...machinesIn(rows));
  else
    throw new UserError(
      `This is a table of ${[...first.keys()].slice(0, 6).join(", ")}, which does not say what is asked for.`,
      "Send what `kubectl get … -o json` prints.",
    );
}
