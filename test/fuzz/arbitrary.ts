import fc from "fast-check";

/** Words that mean something here and some that mean nothing: far more likely to meet than random letters. */
const SCRAPS =
  "no not without never is are on in to from at for per a an the of and or but with we our my us i k8s kubernetes new expert solo team six two dozen hundred 0 3 5 40 99 99.9 1.200,50 1.2k 250m 1e9 $ € £ USD euros / % , . ? ! - + x ( ) : = month year hour budget max under between spend engineers devs services microservices pods replicas nodes t3.medium m7i.lage cx23 vcpu cpu gb tb ram egress disk logs load balancer nat aws azure gcp eks gke doks hetzner fargate autopilot frankfurt eu-central-1 US nyc gpu hipaa spot committed nines uptime demo mvp production cheapest backups compare vs why undo vote decide because what if double half more less 漢字 🚀 ünïcödé @everyone <@U1> constructor __proto__ toString \u0000 \u202e \ud800".split(
    " ",
  );
const scraps = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 40 });

/** What people type, and what they do not. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: scraps.map((words) => words.join(" ")) },
  { weight: 2, arbitrary: scraps.map((words) => words.join("")) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 200 }) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  // The same over and over: what makes a reader that is not linear stand still.
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.array(fc.constantFrom(...SCRAPS), { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 400 }))
      .map(([words, times]) => `${words.join(" ")} `.repeat(times)),
  },
);

const LINES = [
  "apiVersion: v1",
  "kind: Deployment",
  "kind: List",
  "kind: Pod",
  "kind: CronJob",
  "items: [{kind: Pod}]",
  "items: &a [*a]",
  "metadata: {name: a}",
  "metadata: null",
  "spec: {containers: [{name: a, resources: {requests: {cpu: 1, memory: 1Gi}}}]}",
  `spec: {containers: [{name: a, resources: {requests: {cpu: "${"9".repeat(300)}"}}}]}`,
  "spec: {replicas: -1, template: {spec: {containers: [{name: a}]}}}",
  "spec: {replicas: 1e99}",
  "? ? ? ?",
  '"""""""',
  "{{ x }}",
  "<<: *b",
  "---",
  "status: {phase: Succeeded}",
  "spec: *a",
];

/** Manifests that are whole, torn, or nothing of the kind. */
export const anyFile: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...LINES), { maxLength: 12 }).map((lines) => lines.join("\n")) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 400 }) },
);

const slackUser = { team: { id: "T1" }, user: { id: "U1", name: "ann" }, trigger_id: "1.2.x" };

/** Payloads as the platforms send them, one of each kind. */
export const payloads: readonly unknown[] = [
  {
    command: "/k8s-advise",
    text: "3 services",
    team_id: "T1",
    user_id: "U1",
    channel_id: "C1",
    response_url: "https://hooks.slack.com/x",
    trigger_id: "1.2",
  },
  {
    ...slackUser,
    type: "block_actions",
    channel: { id: "C1" },
    container: { type: "message", message_ts: "1.1", is_ephemeral: true },
    response_url: "https://hooks.slack.com/x",
    actions: [{ action_id: "compare:0", action_ts: "1.2", value: "e-1", selected_option: { value: "e-1 eks" } }],
  },
  { ...slackUser, callback_id: "ask_about_message", message: { text: "mvp", ts: "1.1" }, channel: { id: "C1" } },
  {
    ...slackUser,
    type: "view_submission",
    view: {
      id: "V1",
      callback_id: "advise",
      private_metadata: '{"team":"T1","user":"U1","channel":"C1"}',
      state: { values: { budgetUsd: { value: { type: "number_input", value: "50" } } } },
    },
  },
  {
    type: "event_callback",
    team_id: "T1",
    event_id: "Ev1",
    event: { type: "app_mention", user: "U1", text: "<@UBOT> mvp", channel: "C1", ts: "1.1", thread_ts: "1.0" },
  },
  {
    type: "event_callback",
    team_id: "T1",
    event_id: "Ev2",
    event: { type: "app_home_opened", user: "U1", tab: "home" },
  },
  {
    id: "1",
    application_id: "2",
    type: 2,
    token: "t",
    guild_id: "3",
    channel_id: "4",
    channel: { id: "4", type: 0 },
    member: { user: { id: "5", username: "ann" }, roles: [], permissions: "0" },
    data: { name: "k8s-advise", type: 1, options: [{ name: "question", value: "mvp" }] },
  },
  {
    id: "1",
    application_id: "2",
    type: 3,
    token: "t",
    user: { id: "5", username: "ann" },
    message: { id: "6", channel_id: "4", flags: 64, components: [] },
    data: { custom_id: "a:compare:e-1", values: ["eks"] },
  },
  {
    id: "1",
    application_id: "2",
    type: 5,
    token: "t",
    user: { id: "5", username: "ann" },
    data: { custom_id: "f:advise:0", components: [{ component: { type: 4, custom_id: "budgetUsd", value: "50" } }] },
  },
];

const oddValue = fc.oneof(
  fc.constantFrom<unknown>(null, "", 0, -1, 1e308, true, [], {}, "__proto__", "\u0000", "\ud800", "9".repeat(5_000)),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.json({ maxDepth: 3 }).map((text): unknown => JSON.parse(text)),
);

/** The payload with up to three of its values, at any depth, replaced, taken out or joined by others. */
export function mutated(payload: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom("replace", "remove", "add"),
    value: oddValue,
    key: fc.oneof(fc.constantFrom("__proto__", "constructor", "length"), fc.string({ maxLength: 8 })),
  });
  return fc.array(change, { maxLength: 3 }).map((changes) => {
    const copy: unknown = structuredClone(payload);
    for (const { at, how, value, key } of changes) {
      const spots = spotsIn(copy);
      const spot = spots[at % Math.max(1, spots.length)];
      if (spot === undefined) continue;
      if (how === "replace") spot.owner[spot.key] = value;
      else if (how === "remove") delete spot.owner[spot.key];
      else if (Array.isArray(spot.owner)) spot.owner.push(value);
      else Object.defineProperty(spot.owner, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return copy;
  });
}

interface Spot {
  owner: Record<string, unknown>; // or an array, by its indexes
  key: string;
}

function spotsIn(value: unknown): Spot[] {
  if (typeof value !== "object" || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((key) => [{ owner, key }, ...spotsIn(owner[key])]);
}
