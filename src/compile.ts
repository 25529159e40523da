import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { compiled } from "./adapters/catalog/compiled.ts";
import { readCatalog } from "./adapters/catalog/yaml.ts";

// The build's last step: what the program reads when it runs, beside it, so that dist/ and pricing/ are all it needs.
const pricing = fileURLToPath(new URL("../pricing", import.meta.url));
writeFileSync(new URL("catalog.json", import.meta.url), compiled(readCatalog(pricing))); // starts without reading YAML

const STYLE = "adapters/playground/page/style.css";
copyFileSync(new URL(`../src/${STYLE}`, import.meta.url), new URL(STYLE, import.meta.url));

// A server has no fonts of its own to rely on. Their licence stands in licences.txt beside them.
const { resolve } = createRequire(import.meta.url);
mkdirSync(new URL("fonts/", import.meta.url), { recursive: true });
for (const font of ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"])
  copyFileSync(resolve(`dejavu-fonts-ttf/ttf/${font}`), new URL(`fonts/${font}`, import.meta.url));
