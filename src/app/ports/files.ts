import type { RequirementInput } from "../../core/question/requirement.ts";

/** A file as somebody hands it in. */
export interface HandedFile {
  name: string; // empty where it has none: pasted, or from standard input
  text: string;
}

/** What files say of a requirement, and how that was read. */
export interface FileReading {
  input: Pick<
    RequirementInput,
    "workload" | "storageGiB" | "loadBalancers" | "features" | "gpuModel" | "existingCloud" | "region"
  >;
  /** The size of one of the machines that `workload` names, for where its name is not known; null where no file says. */
  machine: { vcpu: number; memoryGiB: number } | null;
  /** As sentences: first what was counted, then what was assumed and what was left out. */
  notes: string[];
}

/** Reads what a team already runs: Kubernetes manifests, Compose files, what kubectl prints of nodes and pods. */
export interface FileReader {
  /**
   * What the files say together. Rejects with a `UserError` that says what is wrong with them, what they are instead, or
   * that they take too long to read.
   */
  read(files: readonly HandedFile[]): Promise<FileReading>;
}
