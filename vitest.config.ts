import { defineConfig } from "vitest/config";

/** Pure code, and the catalog that it reasons about. */
const UNIT = ["test/{core,cards,app,language}/**/*.test.ts", "test/*.test.ts"];

export default defineConfig({
  test: {
    setupFiles: ["test/fixed-seed.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000, // PGlite takes seconds to open on a busy machine
    projects: [
      {
        extends: true,
        // Nothing there keeps state, so that files share their modules: the catalog is read once, not once a file.
        test: { name: "unit", include: UNIT, pool: "threads", isolate: false, benchmark: { include: [] } },
      },
      {
        extends: true,
        // Servers, databases, child processes and browsers: each file starts from nothing.
        test: {
          name: "process",
          include: ["test/**/*.test.ts"],
          exclude: UNIT,
          benchmark: { include: ["test/**/*.bench.ts"] },
        },
      },
    ],
  },
});
