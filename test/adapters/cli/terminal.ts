import { readCatalog } from "../../../src/adapters/catalog/yaml.ts";
import { runCli } from "../../../src/adapters/cli/program.ts";
import { readFiles } from "../../../src/adapters/files/read-files.ts";
import { maintenanceOn } from "../../../src/adapters/store/maintenance.ts";
import { migrate } from "../../../src/adapters/store/migrate.ts";
import { openDatabase, type Store, storeOn } from "../../../src/adapters/store/open.ts";
import { advisor } from "../../../src/app/advisor.ts";
import { converse } from "../../../src/app/converse.ts";
import { library } from "../../../src/app/knowledge.ts";
import { planner } from "../../../src/app/planner.ts";
import type { HandedFile } from "../../../src/app/ports/files.ts";
import type { Clock } from "../../../src/app/ports/process.ts";
import { CAPABILITIES } from "../../../src/capabilities.ts";

const clock: Clock = { now: () => new Date("2026-11-22T12:00:00Z") };

/** What a command left behind. */
export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** A terminal whose commands share a store in memory. */
export interface Terminal {
  store: Store;
  run(...argv: string[]): Promise<Ran>;
  /** The same with a file or standard input ("-") to read. */
  reading(files: Record<string, string>): Terminal["run"];
}

export async function aTerminal(): Promise<Terminal> {
  const database = await openDatabase({ dataDir: ":memory:", databaseUrl: null });
  await migrate(database);
  const store = storeOn(database, { tokenKey: null, clock });
  const data = readCatalog("pricing");
  const shelves = library({ current: () => data }, clock);
  const { estimates, settings } = store;
  const advising = advisor({ library: shelves, planner: planner(shelves), estimates, settings, clock });
  const parts = {
    ...store,
    advisor: advising,
    library: shelves,
    files: { read: async (handed: readonly HandedFile[]) => readFiles(handed) },
    clock,
    capabilities: CAPABILITIES,
  };
  const desk = { ...parts, conversation: converse(parts), close: async () => {} };
  const reading =
    (files: Record<string, string>): Terminal["run"] =>
    async (...argv) => {
      const said = { out: [] as string[], err: [] as string[] };
      const code = await runCli(argv, {
        io: {
          out: (text) => void said.out.push(text),
          err: (text) => void said.err.push(text),
          stdin: async () => files["-"] ?? "",
          readFile: async (path) => files[path] ?? Promise.reject(Object.assign(new Error(path), { code: "ENOENT" })),
          colour: false,
          progress: () => {},
          user: "olga",
        },
        version: "1.2.3",
        catalog: async () => data,
        refresh: async (request) => ({ summary: `${JSON.stringify(request)}\n`, changed: 0, refused: 2 }),
        today: () => "2026-11-22",
        library: async () => shelves,
        desk: async () => desk,
        maintenance: async () => ({ ...maintenanceOn(database, { tokenKey: "ab".repeat(32) }), close: async () => {} }),
        mcp: async () => {},
        serve: async () => {},
      });
      return { code, out: said.out.join("\n"), err: said.err.join("\n") };
    };
  return { store, run: reading({}), reading };
}
