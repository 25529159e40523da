import { plural } from "./reading.ts";

/** How each matter is said, of the names it holds of and their number. */
export const SAYS = {
  onNodes: (names: string) =>
    `Left out, since every node runs one and none has to be placed: ${names}. Plans reckon with each platform's usual daemons only.`,
  daemonSize: (names: string) => `On every node, beside what is planned: ${names}.`,
  system: (_: string, count: number) =>
    `${plural(count, "object")} of kube-system left out: each platform brings its own.`,
  finished: (_: string, count: number) => `${plural(count, "finished or leaving pod")} left out.`,
  hooks: (names: string) => `Left out, since Helm runs them at installs and upgrades only: ${names}.`,
  stopped: (names: string) => `Left out, with no replica or suspended: ${names}.`,
  passing: (names: string) =>
    `Room is kept for these all the time, though they come and go, so the bill is at its most: ${names}.`,
  scaled: (names: string) => `Autoscaled: ${names}.`,
  noCpu: (names: string) => `No CPU asked for, each platform's default is planned: ${names}.`,
  noMemory: (names: string) => `No memory asked for, each platform's default is planned: ${names}.`,
  partial: (names: string) => `Some containers ask for nothing and count as nothing: ${names}.`,
  others: (names: string) => `Asked for and not planned: ${names}.`,
  operated: (names: string) => `Run by an operator, if at all, so not counted: ${names}.`,
  unread: (names: string) => `Not read, since nothing runs by it: ${names}.`,
  arm: (names: string) => `Runs on Arm machines: ${names}.`,
  windows: (names: string) => `Runs on Windows machines: ${names}.`,
  spot: (names: string) => `Runs on spot machines, planned at the full price: ${names}.`,
  gpuModel: (names: string) => `GPUs by their model, and no other will do: ${names}.`,
  apart: (names: string) => `No two copies on one machine: ${names}. Where the plan has fewer, name that many.`,
  zones: (names: string) => `Wants its copies spread over zones: ${names}.`,
  ingress: (names: string) => `${names}: one load balancer is counted, that of the controller.`,
  sharedIngress: (names: string) =>
    `${names}: no load balancer beside the ones above, as a controller has its own Service.`,
};
