import { z } from "zod";

const ByExperience = z.strictObject({
  none: z.number().min(0),
  beginner: z.number().min(0),
  intermediate: z.number().min(0),
  expert: z.number().min(0),
});

/** Hours people spend on a kind of platform. Every number is an estimate that a team may replace. */
export const LabourProfile = z.strictObject({
  id: z.string().min(1),
  monthlyHours: ByExperience, // upgrades, ingress, alerts, and the control plane where it is self-run
  setUpHours: ByExperience, // once, spread over `LabourTable.spreadMonths`
  extraClusterHours: z.number().min(0), // a month, for each cluster after the first
  source: z.url(),
  says: z.string().min(1),
});
export type LabourProfile = z.infer<typeof LabourProfile>;

/** The hours behind "true monthly cost". */
export const LabourTable = z.strictObject({
  spreadMonths: z.int().positive(), // over which set-up and migration are spread
  profiles: z.array(LabourProfile),
  /** Hours to move what runs somewhere else, once. */
  migration: z.strictObject({
    baseHours: z.number().min(0),
    hoursPerService: z.number().min(0),
    mostServicesHours: z.number().min(0), // repetition makes the later services cheaper: never more than this for them all
    statefulHours: z.number().min(0),
    source: z.url(),
    says: z.string().min(1),
  }),
  /** Hours a month lost to living outside the cloud that holds everything else. */
  integration: z.strictObject({
    baseHours: z.number().min(0),
    hoursPerFeature: z.number().min(0), // for each asked feature that ties to the cloud in use
    tyingFeatures: z.array(z.string()),
    source: z.url(),
    says: z.string().min(1),
  }),
  /** Assumed where no availability is promised and a risk was asked for. */
  availabilityWithoutSla: z.number().min(0).lt(100),
});
export type LabourTable = z.infer<typeof LabourTable>;
