/** The commands, their arguments and their help. */
import { Command, CommanderError, Option } from "commander";
import { type AuditOptions, audit } from "./commands/audit";
import { type BoardOptions, board } from "./commands/board";
import { type CheckOptions, check, type FormatOption } from "./commands/check";
import { type CoverageOptions, coverage } from "./commands/coverage";
import { type FileOptions, file, unfile } from "./commands/file";
import { type FixOptions, fix } from "./commands/fix";
import { type InitOptions, init } from "./commands/init";
import { lsp } from "./commands/lsp";
import { type NewOptions, newDocument } from "./commands/new";
import { actions, gates, type StatusOptions, status } from "./commands/process";
import { type SealOptions, seal } from "./commands/seal";
import { CLEAN, FAILURE } from "./exit-codes";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage-error";
import { readVersion } from "./version";

/** Runs what the arguments ask for; gives the exit code, or undefined when the process goes on as a server. */
export async function runProgram(
  parameters: readonly string[],
  terminal: Terminal,
): Promise<number | undefined> {
  let code: Outcome = CLEAN;
  const program = describe(terminal, (result) => {
    code = result;
  });
  try {
    program.parse(parameters, { from: "user" });
    return await code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? CLEAN : FAILURE;
    terminal.err(`${error instanceof UsageError ? error.message : describeFailure(error)}\n`);
    return FAILURE;
  }
}

type Outcome = number | undefined | Promise<number>;

function describe(terminal: Terminal, done: (code: Outcome) => void): Command {
  const program = new Command("docket")
    .description(
      "Checks governed Markdown documents: headers, lifecycle states, change logs, actions and gates.",
    )
    .version(readVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
    .showHelpAfterError("(docket --help says more)")
    .addHelpText("after", EXAMPLES);
  program
    .command("check")
    .description("report what is wrong in documents; without a path, in all that the policy governs")
    .argument("[path...]", "files or folders")
    .addOption(formatOption())
    .option(
      "--against <ref>",
      "judge only what has changed since the branch left this one, by its policy as well",
    )
    .action((paths: string[], options: CheckOptions) => done(check(paths, options, terminal)));
  program
    .command("fix")
    .description("apply the fixes that need no decision; filed documents are never written to")
    .argument("[path...]", "files or folders")
    .option("--dry-run", "print the changes as a unified diff and write nothing", false)
    .option("--allow-dirty", "also change files that git holds no committed copy of", false)
    .action((paths: string[], options: FixOptions) => done(fix(paths, options, terminal)));
  program
    .command("audit")
    .description("tell of every filed record whether it is as it was filed, and what changed since")
    .argument("[path...]", "files or folders; deleted records count where they were")
    .addOption(formatOption())
    .option(
      "--against <ref>",
      "what to compare with where neither the history nor a seal tells what was filed",
    )
    .action((paths: string[], options: AuditOptions) => done(audit(paths, options, terminal)));
  program
    .command("actions")
    .description("list the actions that are open; as JSON, all of them")
    .argument("[path...]", "files or folders")
    .addOption(formatOption())
    .action((paths: string[], options: FormatOption) => done(actions(paths, options, terminal)));
  program
    .command("gates")
    .description("list the gates that have not passed and what they lack; as JSON, all of them")
    .argument("[path...]", "files or folders")
    .addOption(formatOption())
    .action((paths: string[], options: FormatOption) => done(gates(paths, options, terminal)));
  program
    .command("status")
    .description("say for each work item in flight what closed, who acts next, by when, and what waits")
    .argument("[work-item]", "its id or title; all when left out")
    .addOption(
      new Option("--format <format>", "how to print the result")
        .choices(["markdown", "json"])
        .default("markdown"),
    )
    .action((workItem: string | undefined, options: StatusOptions) =>
      done(status(workItem, options, terminal)),
    );
  program
    .command("coverage")
    .description(
      "say for each task which files are delivered, and what they lack; with paths, for their tasks",
    )
    .argument("[path...]", "files or folders")
    .addOption(
      new Option("--format <format>", "how to print the result")
        .choices(["pretty", "markdown", "json"])
        .default("pretty"),
    )
    .action((paths: string[], options: CoverageOptions) => done(coverage(paths, options, terminal)));
  program
    .command("board")
    .description("draw where every work item stands, what waits for what, and what is due")
    .addOption(
      new Option("--format <format>", "a page, Mermaid charts to paste, or data")
        .choices(["html", "mermaid", "json"])
        .default("html"),
    )
    .option("--out <file>", "the file to write; the standard output when left out")
    .action((options: BoardOptions) => done(board(options, terminal)));
  program
    .command("file")
    .description("file a document as a permanent record, once nothing stands in its way")
    .argument("<document>", "the document")
    .option("--dry-run", "print the change as a unified diff and write nothing", false)
    .action((document: string, options: FileOptions) => done(file(document, options, terminal)));
  program
    .command("unfile", { hidden: true })
    .argument("[document...]")
    .allowUnknownOption()
    .action(() => unfile());
  program
    .command("seal")
    .description("write down in .docket/seals.jsonl what each filed record says that has no seal yet")
    .argument("[path...]", "files or folders")
    .option("--dry-run", "say what would be sealed and write nothing", false)
    .action((paths: string[], options: SealOptions) => done(seal(paths, options, terminal)));
  program
    .command("new")
    .description("make a document from a template, in its place and under its name")
    .argument("[template]", "the template's id")
    .option("--task <id>", "the task for which a report is written")
    .option("--id <id>", "the id of the roadmap or backlog item")
    .option("--title <title>", "the title, as the heading will have it")
    .option("--slug <slug>", "the short name in the name of the file; made from the title when left out")
    .option("--set <name=value>", "the answer to another question; may be given several times", collect, [])
    .option("--out <path>", "a file, or a folder with a slash at its end, instead of where the policy says")
    .option("--list", "say which templates there are", false)
    .option("--dry-run", "print the document and write nothing", false)
    .addOption(formatOption())
    .action((template: string | undefined, options: NewOptions) =>
      done(newDocument(template, options, terminal)),
    );
  program
    .command("init")
    .description("write a first docket.yaml and say what it recognises")
    .argument("[folder]", "the folder to be governed; the working folder when left out")
    .option("--profile <name>", "the profile to begin with (default: the one that recognises most documents)")
    .action((folder: string | undefined, options: InitOptions) => done(init(folder, options, terminal)));
  program
    .command("lsp")
    .description("run the language server, for editors other than VS Code")
    .requiredOption("--stdio", "speak over standard input and output")
    .action(() => {
      lsp();
      done(undefined);
    });
  return program;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function formatOption(): Option {
  return new Option("--format <format>", "how to print the result")
    .choices(["pretty", "json"])
    .default("pretty");
}

function describeFailure(error: unknown): string {
  return `Docket failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

const EXAMPLES = `
Examples:
  docket init                        write a policy for this folder
  docket check                       check everything that the policy governs
  docket check docs/specs a.md       check some of it
  docket check --format json         the same, for programs
  docket check --against main        check a branch's change, by the policy of both
  docket fix --dry-run               show what could be fixed
  docket audit                       which filed records are no longer as they were filed
  docket actions                     what is still to be done, and by whom
  docket status 3.2                  the next steps of a work item, to paste
  docket new --list                  which documents there are templates for
  docket new phase-gate --id 3.2 --title "Group rides"
  docket board --out board.html      the board as one page, for people without VS Code

Exit codes: 0 clean, 1 findings of severity error or warning, 2 misuse or failure.`;
