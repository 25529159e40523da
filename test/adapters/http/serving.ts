import { type HttpOptions, type HttpServer, httpServer } from "../../../src/adapters/http/server.ts";
import type { SignIn } from "../../../src/adapters/http/sign-in-options.ts";
import { openStore, type Store } from "../../../src/adapters/store/open.ts";
import { PLAYGROUND } from "../../../src/app/ports/asker.ts";

export const TOKEN = "a-token-of-length";
export const silent = { info() {}, warn() {}, error() {} };

/** A store in memory whose clock a test may set. */
export async function memoryStore(clock = { now: () => new Date() }): Promise<Store> {
  return openStore({ dataDir: ":memory:", databaseUrl: null, tokenKey: null, clock });
}

/** Signing in by the access token, unless `change` says otherwise. */
export const signInOn = ({ sessions }: Store, change: Partial<SignIn> = {}): SignIn => ({
  providers: [],
  accessToken: TOKEN,
  publicUrl: null,
  sessions,
  tenant: PLAYGROUND,
  admins: new Set(),
  ...change,
});

/** The server without anything but what `options` give it. */
export async function serving(store: Store, options: Partial<HttpOptions> = {}): Promise<HttpServer> {
  return httpServer({
    log: silent,
    mounts: [],
    ready: [],
    pages: [],
    programs: [],
    metrics: null,
    accessToken: null,
    signIn: null,
    rateLimits: store.rateLimits,
    trustedProxies: [],
    loopback: true,
    ...options,
  });
}
