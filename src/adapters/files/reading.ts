import type { FileReading } from "../../app/ports/files.ts";
import type { PodRequest } from "../../core/question/workload-request.ts";
import type { Notes } from "./notes.ts";

/** What is read of all files together, before it becomes part of a requirement. */
export interface Found {
  pods: PodRequest[];
  volumes: Volume[];
  loadBalancers: number | null; // null where no file says
  features: Set<NonNullable<FileReading["input"]["features"]>[number]>;
  gpuModels: Set<string>;
  nodes: Machine[];
  notes: Notes;
}

/** One persistent volume, or so many like it. */
export interface Volume {
  name: string;
  count: number;
  GiB: number; // of each
}

/** A machine of a cluster that runs today. */
export interface Machine {
  name: string;
  instanceType: string | null;
  vcpu: number | null;
  memoryGiB: number | null;
  region: string | null;
  zone: string | null;
  cloud: FileReading["input"]["existingCloud"] | null;
  version: string | null;
  spot: boolean;
}

export const plural = (count: number, noun: string) => (count === 1 ? `1 ${noun}` : `${count} ${noun}s`);
/** At most two digits after the point, and none that say nothing: "9.2". */
export const short = (amount: number) => String(Math.round(amount * 100) / 100);
/** "2 TiB" of 2048. */
export const gib = (GiB: number) => (GiB >= 1024 ? `${short(GiB / 1024)} TiB` : `${short(GiB)} GiB`);
