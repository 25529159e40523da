import type { Command } from "commander";
import { PLAYGROUND } from "../../app/ports/asker.ts";
import type { Desk } from "./desk.ts";
import type { Io } from "./io.ts";

/** `data sessions list|end`: who is signed in to the playground, and their way out. */
export function addSessionsCommand(data: Command, io: Io, desk: () => Promise<Desk>): void {
  const command = data.command("sessions").description("see who is signed in to the playground, and sign them out");
  command
    .command("list")
    .description("print who is signed in, a line of JSON each, last used first")
    .action(async () => {
      for (const session of await (await desk()).sessions.list(PLAYGROUND)) io.out(JSON.stringify(session));
    });
  command
    .command("end")
    .description("sign everybody out, or one person everywhere")
    .option("--person <id>", "only this one, by the id that the list shows")
    .action(async ({ person = null }: { person?: string | null }) => {
      const ended = await (await desk()).sessions.endAll(PLAYGROUND, person);
      io.out(`${ended} ${ended === 1 ? "session" : "sessions"} ended.`);
    });
}
