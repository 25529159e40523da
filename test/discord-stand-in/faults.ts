import type { z } from "zod";

/** What Discord would refuse, each in a line. */
export type Faults = string[];

export const faultsOf = (error: z.ZodError): Faults =>
  error.issues.map(
    (issue) =>
      `${issue.path.join(".")}: ${issue.message}${issue.code === "invalid_union" ? ` ${JSON.stringify(issue.errors)}` : ""}`,
  );

/** Discord's JSON error with its code. https://docs.discord.com/developers/topics/opcodes-and-status-codes */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const refuseInvalid = (faults: Faults): void => {
  if (faults.length > 0) throw new Refusal(400, 50035, `Invalid Form Body: ${faults.join("; ")}`);
};
