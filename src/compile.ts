import { copyFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compiled } from "./adapters/catalog/compiled.ts";
import { readCatalog } from "./adapters/catalog/yaml.ts";

// The build's last step: what the program reads when it runs, beside it, so that dist/ and pricing/ are all it needs.
const pricing = fileURLToPath(new URL("../pricing", import.meta.url));
writeFileSync(new URL("catalog.json", import.meta.url), compiled(readCatalog(pricing))); // starts without reading YAML

const STYLE = "adapters/playground/page/style.css";
copyFileSync(new URL(`../src/${STYLE}`, import.meta.url), new URL(STYLE, import.meta.url));
