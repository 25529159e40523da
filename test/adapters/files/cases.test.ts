import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readFiles } from "../../../src/adapters/files/read-files.ts";
import { UserError } from "../../../src/core/errors.ts";
import { parseRequirement } from "../../../src/core/question/parse-requirement.ts";
import type { PodRequest } from "../../../src/core/question/workload-request.ts";

/** Files to real shapes, with what is to be read in each and the sum behind it, worked out by hand. */
const Case = z.strictObject({
  name: z.string(),
  sum: z.string(),
  file: z.string(),
  file2: z.string().optional(),
  reads: z.record(z.string(), z.unknown()).optional(),
  pods: z.array(z.string()).optional(), // "web ×2 250m 256Mi"
  says: z.array(z.string()).optional(),
  refuses: z.tuple([z.string(), z.string()]).optional(), // of the message, of the hint
});
const CASES = z
  .array(Case)
  .min(40)
  .parse(parse(readFileSync(new URL("../../fixtures/files/cases.yaml", import.meta.url), "utf8")));

const handed = ({ file, file2 }: z.infer<typeof Case>) =>
  [file, ...(file2 === undefined ? [] : [file2])].map((text, i) => ({ name: `file-${i + 1}`, text }));

const podText = (pod: z.input<typeof PodRequest>) =>
  [
    `${pod.name} ×${pod.replicas}`,
    ...(pod.cpuMillicores === undefined ? [] : [`${pod.cpuMillicores}m`]),
    ...(pod.memoryMiB === undefined ? [] : [`${pod.memoryMiB}Mi`]),
    ...(pod.gpus ? [`${pod.gpus} GPU`] : []),
  ].join(" ");

describe("a file of what runs", () => {
  it.each(CASES.filter(({ refuses }) => refuses === undefined))("is read: $name ($sum)", (one) => {
    const { input, notes } = readFiles(handed(one));
    const { workload } = input;
    if (one.pods !== undefined)
      expect((workload && "pods" in workload ? workload.pods : []).map(podText)).toEqual(one.pods);
    for (const [key, value] of Object.entries(one.reads ?? {}))
      expect(input[key as keyof typeof input]).toEqual(value ?? undefined);
    for (const sentence of one.says ?? []) expect(notes.join("\n")).toContain(sentence);
    expect(notes.filter((note) => !/^\S.*[.]$/s.test(note))).toEqual([]); // sentences, none empty
    expect(parseRequirement(input).assumed).toContain("budgetUsd"); // a requirement takes it as it is
  });

  it.each(CASES.flatMap((one) => (one.refuses === undefined ? [] : [{ ...one, refuses: one.refuses }])))(
    "is called what it is: $name",
    (one) => {
      const [message, hint] = one.refuses;
      const read = () => readFiles(handed(one).map((each) => ({ ...each, name: "" })));
      expect(read).toThrow(UserError);
      expect(read).toThrow(
        expect.objectContaining({ message: expect.stringContaining(message), hint: expect.stringContaining(hint) }),
      );
    },
  );
});
