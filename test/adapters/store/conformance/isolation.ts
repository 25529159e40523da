import { expect, it } from "vitest";
import type { Store } from "../../../../src/adapters/store/open.ts";
import type { Tenant } from "../../../../src/app/ports/asker.ts";
import { aDecision, ann, asked, aTenant, bob, card, exported, noon, operating } from "../samples.ts";

type Call = (store: Store, tenant: Tenant) => Promise<unknown>;
/** Counts for limits know no tenant. */
type Ports = Omit<Store, "ready" | "close" | "rateLimits" | "catalogVersions">;
type Walk = { [P in keyof Ports]: { [M in keyof Ports[P]]: Call } };

/** The owner's job, as if somebody had guessed its token. */
const TOKEN = "the owner's";
const theirs = (tenant: Tenant) => ({ tenant, key: "command:1", token: TOKEN, attempt: 1 });
const page = { limit: 9, before: null };
const change = { kind: "changed", estimateId: "e2", basedOn: "e1", text: "less", by: bob, at: noon(1) } as const;

/** Every method of every port, called by a stranger on what the owner has; a port that grows must be listed here. */
const strangers: Walk = {
  estimates: {
    put: (store, tenant) => store.estimates.put(tenant, asked("e1", bob, noon(9))),
    get: (store, tenant) => store.estimates.get(tenant, "e1"),
    markShared: (store, tenant) => store.estimates.markShared(tenant, "e1", { by: bob, at: noon(9), thread: card }),
    history: (store, tenant) => store.estimates.history(tenant, { personId: ann.id, shared: true, ...page }),
  },
  threads: {
    open: (store, tenant) => store.threads.open(tenant, card, { estimateId: "e9", by: bob, at: noon(9) }),
    current: (store, tenant) => store.threads.current(tenant, card),
    append: (store, tenant) => store.threads.append(tenant, card, change),
    line: (store, tenant) => store.threads.line(tenant, card),
  },
  votes: {
    cast: (store, tenant) => store.votes.cast(tenant, card, { platform: "two", by: ann, at: noon(9) }),
    withdraw: (store, tenant) => store.votes.withdraw(tenant, card, ann.id),
    tally: (store, tenant) => store.votes.tally(tenant, card),
  },
  decisions: {
    record: (store, tenant) => store.decisions.record(tenant, aDecision("d2", { thread: card, by: bob })),
    undo: (store, tenant) => store.decisions.undo(tenant, { id: "d9", undoes: "d1", by: bob, at: noon(9) }),
    current: (store, tenant) => store.decisions.current(tenant, { thread: card, estimateId: "e1" }),
    get: (store, tenant) => store.decisions.get(tenant, "d1"),
    list: (store, tenant) => store.decisions.list(tenant, page),
  },
  settings: {
    get: (store, tenant) => store.settings.get(tenant, null),
    put: (store, tenant) => store.settings.put(tenant, null, { expected: 1, value: { n: 9 }, by: bob, at: noon(9) }),
    changes: (store, tenant) => store.settings.changes(tenant, null, page),
  },
  receipts: {
    claim: (store, tenant) => store.receipts.claim(tenant, "Ev1"),
    has: (store, tenant) => store.receipts.has(tenant, "Ev1"),
  },
  jobs: {
    enqueue: (store, tenant) => store.jobs.enqueue(tenant, { key: "Ev1", personId: bob.id, body: "another" }, ["Ev1"]),
    begin: async (store, tenant) => store.jobs.begin(tenant, "command:1"),
    keep: (store, tenant) =>
      store.jobs.keep(store.jobs.begin(tenant, "command:1"), { key: "command:1", personId: bob.id, body: "another" }),
    renew: (store, tenant) => store.jobs.renew(theirs(tenant)),
    renewAll: (store) => store.jobs.renewAll(),
    claim: (store) => store.jobs.claim("cli"),
    complete: (store, tenant) => store.jobs.complete(theirs(tenant)),
    retry: (store, tenant) => store.jobs.retry(theirs(tenant)),
    bury: (store, tenant) => store.jobs.bury(theirs(tenant)),
    figures: async (store) => (await store.jobs.figures()).filter(({ shell }) => shell === "cli"),
  },
  installations: {
    save: (store, tenant) => store.installations.save({ key: tenant.id, json: "{}" }),
    get: (store, tenant) => store.installations.get(tenant.id),
    delete: (store, tenant) => store.installations.delete(tenant.id),
  },
  sessions: {
    start: (store, tenant) => store.sessions.start(tenant, { person: bob, via: "slack:T1" }),
    find: (store, tenant) => store.sessions.find(tenant, "secret"),
    end: (store, tenant) => store.sessions.end(tenant, "secret"),
    list: (store, tenant) => store.sessions.list(tenant),
    endAll: (store, tenant) => store.sessions.endAll(tenant, null),
    purge: (store) => store.sessions.purge(),
  },
  data: {
    export: (store, tenant) => exported(store, tenant),
    delete: (store, tenant) => store.data.delete(tenant, ann.id, operating),
    purge: (store) =>
      store.data.purge({ receipts: "2000-01-01T00:00:00.000Z", drafts: "2000-01-01T00:00:00.000Z", shared: null }),
  },
  departures: {
    left: (store, tenant) => store.departures.left(tenant, noon(9)),
    returned: (store, tenant) => store.departures.returned(tenant),
    erase: async (store) => {
      const erased: unknown[] = [];
      for await (const each of store.departures.erase("2000-01-01T00:00:00.000Z", operating)) erased.push(each);
      return erased;
    },
  },
  audit: {
    list: (store, tenant) => store.audit.list(tenant, page),
  },
};

/** What a stranger is told, method by method: as if the owner had nothing. Undefined for those that only write. */
const nothing: { [P in keyof Walk]: { [M in keyof Walk[P]]: unknown } } = {
  estimates: { put: undefined, get: null, markShared: undefined, history: { items: [], next: null } },
  threads: { open: undefined, current: null, append: null, line: [] },
  votes: { cast: "no-thread", withdraw: "no-thread", tally: { votes: [], closedBy: null } },
  decisions: {
    record: expect.objectContaining({ recorded: true }),
    undo: null,
    current: null,
    get: null,
    list: { items: [], next: null },
  },
  settings: { get: null, put: false, changes: { items: [], next: null } },
  receipts: { claim: true, has: false },
  jobs: {
    enqueue: expect.objectContaining({ key: "Ev1" }),
    begin: expect.objectContaining({ key: "command:1" }),
    keep: undefined,
    renew: false,
    renewAll: undefined,
    claim: null,
    complete: false,
    retry: false,
    bury: false,
    figures: [{ shell: "cli", waiting: 0, running: 0, dead: 0, oldestMs: 0 }],
  },
  installations: { save: undefined, get: null, delete: undefined },
  sessions: { start: expect.any(String), find: null, end: undefined, list: [], endAll: 0, purge: expect.any(Number) },
  data: { export: [], delete: 0, purge: 0 },
  departures: { left: undefined, returned: undefined, erase: [] },
  audit: { list: { items: [], next: null } },
};

export function isolatesTenants(given: () => Store): void {
  const methods = Object.entries(strangers).flatMap(([port, calls]) =>
    Object.entries(calls).map(([method, call]: [string, Call]) => ({ port, method, call })),
  );

  it.each(methods)(
    "shows and changes nothing of another tenant by $method of $port",
    async ({ port, method, call }) => {
      const owner = await owned(given());
      const before = await exported(given(), owner);
      const expected: Record<string, Record<string, unknown>> = nothing;
      expect(await call(given(), aTenant())).toEqual(expected[port]?.[method]);
      expect(await exported(given(), owner)).toEqual(before);
    },
  );

  it("tells a Slack workspace from a Discord server of the same id", async () => {
    const owner = await owned(given());
    expect(await given().estimates.get({ ...owner, shell: "discord" }, "e1")).toBeNull();
  });

  it("walks every method of every port", () => {
    const { ready: _, close: __, rateLimits: ___, catalogVersions: ____, ...ports } = given();
    for (const [port, methods] of Object.entries(ports))
      expect(Object.keys(methods).sort(), port).toEqual(Object.keys(strangers[port as keyof Walk]).sort());
  });
}

async function owned(store: Store): Promise<Tenant> {
  const tenant = aTenant();
  await store.estimates.put(tenant, asked("e1"));
  await store.estimates.markShared(tenant, "e1", { by: ann, at: noon(), thread: card });
  await store.threads.open(tenant, card, { estimateId: "e1", by: ann, at: noon() });
  await store.threads.append(tenant, card, change);
  await store.votes.cast(tenant, card, { platform: "one", by: ann, at: noon() });
  await store.decisions.record(tenant, aDecision("d1", { thread: card }));
  await store.settings.put(tenant, null, { expected: 0, value: { n: 1 }, by: ann, at: noon() });
  await store.receipts.claim(tenant, "Ev1");
  const lease = { ...store.jobs.begin(tenant, "command:1"), token: TOKEN };
  await store.jobs.keep(lease, { key: "command:1", personId: ann.id, body: "work" });
  await store.installations.save({ key: tenant.id, json: "{}" });
  await store.departures.left(tenant, noon(7));
  return tenant;
}
