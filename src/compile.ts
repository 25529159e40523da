import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compiled } from "./adapters/catalog/compiled.ts";
import { readCatalog } from "./adapters/catalog/yaml.ts";

// The build's last step: the catalog beside the program, so that it starts without reading YAML.
const pricing = fileURLToPath(new URL("../pricing", import.meta.url));
writeFileSync(new URL("catalog.json", import.meta.url), compiled(readCatalog(pricing)));
