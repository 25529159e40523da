/**
 * The last day of standard support of each Kubernetes 1.x, after which Amazon bills extended support; Azure's and Google's
 * calendars end within weeks of it. Older ones ended before. Read on 2026-02-13 from
 * https://endoflife.date/amazon-eks and https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 */
export const STANDARD_SUPPORT_ENDS: ReadonlyMap<number, string> = new Map([
  [30, "2025-07-23"],
  [31, "2025-11-26"],
  [32, "2026-03-23"],
  [33, "2026-07-29"],
  [34, "2026-12-02"],
  [35, "2027-03-27"],
]);
