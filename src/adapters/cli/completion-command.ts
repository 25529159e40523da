import { Argument, type Command } from "commander";
import type { Io } from "./io.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;

/** `completion bash|zsh|fish`: prints what the shell needs to complete commands, options and their values. */
export function addCompletionCommand(program: Command, io: Io, everything: () => Promise<Command>): void {
  program
    .command("completion")
    .description("print a shell's completion of commands, options and values")
    .addArgument(new Argument("<shell>", "which shell").choices(SHELLS))
    .addHelpText(
      "after",
      "\nbash, zsh: source <(k8s-advise completion bash)\nfish: k8s-advise completion fish | source",
    )
    .action(async (shell: (typeof SHELLS)[number]) => {
      const words = wordsOf(await everything());
      io.out(shell === "fish" ? fish(words) : `${shell === "zsh" ? ZSH : ""}${bash(words)}`);
    });
}

/** What can follow a command, and what can follow each of its options. */
interface Words {
  path: string; // "", "catalog", "catalog check"
  next: readonly string[];
  values: readonly { flag: string; values: readonly string[] }[];
}

function wordsOf(command: Command, path = ""): Words[] {
  const commands = command.commands.filter((each) => each.name() !== "help");
  const options = command.options.flatMap(({ long, short }) => [long, short]).filter((flag) => flag != null);
  const choices = command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices);
  const values = command.options.flatMap(({ long, argChoices = [] }) =>
    long == null || argChoices.length === 0 ? [] : [{ flag: long, values: argChoices }],
  );
  const next = [...commands.map((each) => each.name()), ...choices, ...options, "--help"];
  return [{ path, next, values }, ...commands.flatMap((each) => wordsOf(each, `${path} ${each.name()}`.trim()))];
}

const ZSH = "autoload -U +X bashcompinit && bashcompinit\n";

/** Where no word fits, files are offered: many arguments are one. */
function bash(words: readonly Words[]): string {
  const values = words.flatMap(({ path, values: each }) =>
    each.map(({ flag, values: list }) => `    "${path}|${flag}") words="${list.join(" ")}" ;;`),
  );
  const nexts = words.map(({ path, next }) => `    "${path}") words="${next.join(" ")}" ;;`);
  return `_k8s_advise() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" path="" word words=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " ${words.map(({ path }) => path.replaceAll(" ", "/")).join(" ")} " in
      *" \${path:+\${path// //}/}$word "*) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path|$before" in
${values.join("\n")}
  esac
  [ -n "$words" ] || case "$path" in
${nexts.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _k8s_advise k8s-advise`;
}

function fish(words: readonly Words[]): string {
  return words
    .flatMap(({ path, next, values }) => {
      const seen =
        path === ""
          ? "__fish_use_subcommand"
          : path
              .split(" ")
              .map((word) => `__fish_seen_subcommand_from ${word}`)
              .join("; and ");
      const plain = next.filter((word) => !word.startsWith("-"));
      const long = next.filter((word) => word.startsWith("--")).map((word) => word.slice(2));
      const line = (rest: string) => `complete -c k8s-advise -n "${seen}" ${rest}`;
      return [
        ...(plain.length === 0 ? [] : [line(`-f -a "${plain.join(" ")}"`)]),
        ...long.map((flag) => {
          const list = values.find((each) => each.flag === `--${flag}`)?.values;
          return line(`-l ${flag}${list === undefined ? "" : ` -x -a "${list.join(" ")}"`}`);
        }),
      ];
    })
    .join("\n");
}
