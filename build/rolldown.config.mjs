// The program in few files: one look-up on disk in place of a thousand, and no packages to install but those with machine code.
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "rolldown";
import { writeNotices } from "./notices.mjs";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));

/** Found beside the program when it runs: they bring machine code, or start files of their own. Those of `OPTIONAL` may be missing. */
const INSTALLED = ["better-sqlite3", "@resvg/resvg-js", "piscina"];
const OPTIONAL = ["pg-native", "zlib-sync", "bufferutil", "utf-8-validate", "@discordjs/opus", "erlpack"];

/** Files that threads are started with. */
const WORKERS = [
  "planner-worker",
  "adapters/catalog/check-worker",
  "adapters/files/worker",
  "adapters/discord/render/png",
];

/** Whatever file a module ends up in, it finds what lies beside it as if `dist` were laid out like `src`. */
const ownPlace = {
  name: "own-place",
  transform(code, id) {
    if (!id.startsWith(SRC) || !code.includes("import.meta.url")) return null;
    const place = `./${relative(SRC, id).replace(/\.ts$/, ".js")}`;
    return code.replaceAll("import.meta.url", `new URL(${JSON.stringify(place)}, import.meta.url).href`);
  },
};

export default defineConfig({
  input: Object.fromEntries(["main", "compile", ...WORKERS].map((name) => [name, `src/${name}.ts`])),
  platform: "node",
  checks: { eval: false }, // depd makes its functions so, as the program without a bundle has it
  external: [...INSTALLED, ...OPTIONAL],
  plugins: [ownPlace, writeNotices({ installed: INSTALLED, copied: ["dejavu-fonts-ttf"] })],
  output: {
    dir: "dist",
    cleanDir: true,
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
  },
});
