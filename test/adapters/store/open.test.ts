import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openStore } from "../../../src/adapters/store/open.ts";
import { ann, asked, aTenant } from "./samples.ts";

const clock = { now: () => new Date() };

it("makes the directory it is told to keep its file in, and finds what was there when it opens again", async () => {
  const parent = await mkdtemp(join(tmpdir(), "k8s-advise-open-"));
  const settings = { dataDir: join(parent, "new", "data"), databaseUrl: null, tokenKey: null, clock };
  const tenant = aTenant();
  const first = await openStore(settings);
  await first.estimates.put(tenant, asked("e1"));
  await first.close();
  const second = await openStore(settings);
  expect(await second.estimates.get(tenant, "e1")).toEqual(asked("e1"));
  await second.close();
  await expect(second.ready()).rejects.toThrow();
  expect((await stat(join(parent, "new", "data", "k8s-advise.sqlite"))).isFile()).toBe(true);
  await rm(parent, { recursive: true });
});

it("shows one store what another wrote to the same file", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "k8s-advise-open-"));
  const settings = { dataDir, databaseUrl: null, tokenKey: null, clock };
  const here = await openStore(settings);
  const there = await openStore(settings);
  const tenant = aTenant();
  await here.estimates.put(tenant, asked("e1"));
  const { items } = await there.estimates.history(tenant, { personId: ann.id, shared: false, limit: 1, before: null });
  expect(items).toEqual([asked("e1")]);
  await Promise.all([here.close(), there.close()]);
  await rm(dataDir, { recursive: true });
});

it("keeps nothing in memory after it is closed", async () => {
  const settings = { dataDir: ":memory:", databaseUrl: null, tokenKey: null, clock };
  const tenant = aTenant();
  const first = await openStore(settings);
  await first.estimates.put(tenant, asked("e1"));
  await first.close();
  const second = await openStore(settings);
  expect(await second.estimates.get(tenant, "e1")).toBeNull();
  await second.close();
});

it("says at once that a key is no key, or that no server answers", async () => {
  const settings = { dataDir: ":memory:", databaseUrl: null, tokenKey: null, clock };
  await expect(openStore({ ...settings, tokenKey: "no key" })).rejects.toThrow("32 bytes");
  const nobody = "postgres://nobody@127.0.0.1:1/none";
  await expect(openStore({ ...settings, databaseUrl: nobody })).rejects.toMatchObject({
    message: "The database cannot be reached.",
    cause: { code: "ECONNREFUSED" },
  });
});
