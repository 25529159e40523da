const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** "27 Nov" for an ISO moment or day. */
export const dayText = (at: string): string => DAY.format(new Date(at));
