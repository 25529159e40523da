import { Argument, type Command } from "commander";
import type { Io } from "./io.ts";
import { JSON_SCHEMAS } from "./json-schemas.ts";

const NAMES = Object.keys(JSON_SCHEMAS);

/** `schema [name]`: the shape of what goes in and comes out as JSON, for programs that call this one. */
export function addSchemaCommand(program: Command, io: Io): void {
  program
    .command("schema")
    .description("print the JSON Schema of an answer, a requirement or a price answer")
    .addArgument(new Argument("[name]", "which one").choices(NAMES).default("estimate"))
    .action((name: keyof typeof JSON_SCHEMAS) => io.out(JSON.stringify(JSON_SCHEMAS[name](), null, 2)));
}
