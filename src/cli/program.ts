import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { REPORT_FORMATS } from '../core/session/index.ts';
import { CHECK_FORMATS, checkFiles, LEVELS } from './check.ts';
import { SHELLS, writeCompletion } from './completion.ts';
import { convertFile } from './convert.ts';
import { DIFF_FORMATS, diffFiles, ONLY } from './diff.ts';
import { listFormats } from './formats.ts';
import { gitInstall, gitUninstall } from './git.ts';
import { addHelp } from './help.ts';
import { importList } from './import-list.ts';
import { EXIT, Failure, guarded, processStreams, type Streams } from './io.ts';
import { MERGE_FORMATS, mergeFiles } from './merge.ts';
import { mergeTemplateFiles } from './merge-templates.ts';
import { newFromTemplate } from './new.ts';
import { renderDiagram } from './render.ts';
import { writeReport } from './report.ts';
import { CHOICE_FLAGS } from './report-choices.ts';
import { isEdit, setThreats } from './set-threats.ts';
import { listDocument } from './text.ts';
import { listThreats, THREAT_FORMATS } from './threats.ts';
import { tidyModel } from './tidy.ts';
import { UPGRADE_FORMATS, upgradeModel } from './upgrade.ts';

const NOTES = `
"-" is standard input or output.
Exit codes:
  0   done
  1   findings of check or threats --check, a difference (diff --exit-code), conflicts (merge, merge-templates),
      a model changed since its list was made (import), something that would be lost (convert --fail-on-loss)
  2   usage
  3   input that cannot be read, or versions of different things (merge)
  4   check or threats --check could not check a model, or not by every rule
  5   output that cannot be written
  6   more threats than a model gets (--regenerate, convert)
  70  a fault of trustline`;

const REPORT_IDS = REPORT_FORMATS.map(({ id }) => id);

function choice(name: string, allowed: readonly string[]): (value: string) => string {
  return (value) => {
    if (!allowed.includes(value)) {
      throw new Failure(`${name} is one of ${allowed.join(', ')}, not "${value}"`, EXIT.usage);
    }
    return value;
  };
}

function makeProgram(streams: Streams): Command {
  const program = new Command('trustline')
    .description('Threat models (.tm7) and templates (.tb7) on the command line')
    .version(packageJson.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.out(text),
      writeErr: (text) => {
        for (const line of text.trimEnd().split('\n')) streams.err(line);
      },
    });

  addModelCommands(program, streams);
  addTemplateCommands(program, streams);
  addVersionCommands(program, streams);
  program
    .command('completion')
    .description('write a script for a shell, which completes commands, options and files')
    .argument('<shell>', SHELLS.join(', '))
    .action((shell) => writeCompletion(shell, program, streams));
  addHelp(program, NOTES);
  // exitOverride and the output go to the commands as well.
  const inherit = (command: Command): void => {
    for (const below of command.commands) {
      below.copyInheritedSettings(program);
      inherit(below);
    }
  };
  inherit(program);
  return program;
}

/** What is done with a model, or with a file of either kind. */
function addModelCommands(program: Command, streams: Streams): void {
  program
    .command('threats')
    .description('list the threats of a model, or set the state and the justification of some')
    .argument('<model>', 'a .tm7 file')
    .option('--regenerate', 'as the template makes them now, with every edit kept')
    .option(
      '--check',
      'end with 1 while threats are not started, missing, outdated or no longer following, with 4 where that cannot be checked',
    )
    .option('--query <query>', 'only some, as in the search of the app: "state:not-started priority:high"')
    .option(
      '--format <format>',
      `${THREAT_FORMATS.join(', ')} (table when not given)`,
      choice('--format', THREAT_FORMATS),
    )
    .option(
      '--set <state>',
      'give the threats that --where lets through this state: not-started, needs-investigation, not-applicable, mitigated',
    )
    .option('--justification <text>', 'and this justification')
    .option('--where <query>', 'which threats: "state:not-started flow:HTTP*"')
    .option('-o, --output <file>', 'where to write the model that --set or --justification makes')
    .option('--author <name>', 'who is noted to have changed the threats (your user name when not given)')
    .action((model, options) =>
      isEdit(options) ? setThreats(model, options, streams) : listThreats(model, options, streams),
    );

  addReportCommand(program, streams);

  program
    .command('import')
    .description('take what was written into a list (CSV or Excel) of the threats of a model')
    .argument('<model>', 'a .tm7 file')
    .argument('<list>', 'a .csv or .xlsx file, as report --format csv or xlsx or the Windows tool writes it')
    .option('-o, --output <file>', 'where to write the model')
    .option('--dry-run', 'say what would be done, and write nothing')
    .option('--texts', 'take titles and descriptions, too')
    .option('--clear', 'let empty cells empty what the model has')
    .option('--add', 'make threats of your own of rows that are not found')
    .option('--force', "take the list's values where the model was changed since")
    .option('--author <name>', 'who is noted to have changed the threats (your user name when not given)')
    .action((model, list, options) => importList(model, list, options, streams));

  addFormatCommands(program, streams);

  program
    .command('render')
    .description('draw a diagram as SVG')
    .argument('<model>', 'a .tm7 file')
    .requiredOption('-o, --output <file>', 'where to write')
    .option('--diagram <name>', 'the diagram (the first when not given)')
    .option(
      '--compare <model>',
      'a later version: the diagram (the first that differs) as it was and as it is, marked',
    )
    .action((model, options) => renderDiagram(model, options, streams));

  program
    .command('tidy')
    .description('lay the diagrams of a model out anew')
    .argument('<model>', 'a .tm7 file')
    .requiredOption('-o, --output <file>', 'where to write')
    .option('--diagram <name>', 'only this diagram')
    .action((model, options) => tidyModel(model, options, streams));
}

/** What is done with files of any format. */
function addFormatCommands(program: Command, streams: Streams): void {
  program
    .command('convert')
    .description(
      'read a file of any format and write it in another; a file that nothing changed keeps its bytes',
    )
    .argument('<in>', 'a file of a format that "trustline formats" lists as read')
    .argument('<out>', 'the file to write; .tb7 takes the template out of a model')
    .option('--to <format>', "the format to write, where the file's name does not tell")
    .option('--template <file>', 'the .tb7 or .tm7 whose template a file of another program gets (STRIDE)')
    .option('--map <file>', 'JSON that says what becomes of the kinds of things in such a file')
    .option(
      '--page <name>',
      'a page or diagram to take; may be given several times (all when not given)',
      (name: string, before: readonly string[] = []) => [...before, name],
    )
    .option('--fail-on-loss', 'write nothing when something would be lost, and end with 1')
    .option('--losses <form>', 'json: what is lost as JSON on standard output', choice('--losses', ['json']))
    .option('--canonical', "write by the format's rules, whoever wrote the file")
    .action((source, target, options) => convertFile(source, target, options, streams));

  program
    .command('formats')
    .description('list the formats of files, and what can be done with them')
    .option('--json', 'as JSON')
    .action((options) => listFormats(options, streams));
}

function addReportCommand(program: Command, streams: Streams): void {
  const report = program
    .command('report')
    .description('write the report of a model')
    .argument('<model>', 'a .tm7 file')
    .requiredOption('-o, --output <file>', 'where to write')
    .option(
      '--format <format>',
      `${REPORT_IDS.join(', ')} (by the file name when not given)`,
      choice('--format', REPORT_IDS),
    )
    .option('--regenerate', 'with the threats as the template makes them now, every edit kept')
    .option('--since <model>', 'an older .tm7 of the same model: the report says what changed')
    .option('--options <file>', 'a JSON file of options; what is given here as well comes before it');
  for (const [flags, description] of CHOICE_FLAGS) report.option(flags, description);
  report.action((model, options) => writeReport(model, options, streams));
}

/** What is done with a template. */
function addTemplateCommands(program: Command, streams: Streams): void {
  program
    .command('new')
    .description('make an empty model on a template')
    .argument('<template>', 'a .tb7 file, or a .tm7 whose template is taken')
    .requiredOption('-o, --output <file>', 'where to write')
    .action((template, options) => newFromTemplate(template, options, streams));

  program
    .command('check')
    .description(
      'the gate: threats that are not started, missing, outdated or stale, messages of the diagrams, what the Windows tool would refuse, templates, rules of a policy',
    )
    .argument('<file...>', '.tm7 and .tb7 files, or patterns such as "models/**/*.tm7"')
    .option('--policy <file>', 'a JSON file of rules and levels (docs/schemas/policy-1.json)')
    .option('--format <format>', CHECK_FORMATS.join(', '), choice('--format', CHECK_FORMATS), 'text')
    .option('-o, --output <file>', 'where to write', '-')
    .option(
      '--level <level>',
      `end with 1 on findings from this level up: ${LEVELS.join(', ')}`,
      choice('--level', LEVELS),
      'warning',
    )
    .action((files, options) => checkFiles(files, options, streams));

  program
    .command('upgrade')
    .description('put a model on a newer version of its template, or on another one')
    .argument('<model>', 'a .tm7 file')
    .argument('<template>', 'a .tb7 file, or a .tm7 whose template is taken')
    .option('-o, --output <file>', 'where to write the model')
    .option('--dry-run', 'say what would be done, and write nothing')
    .option('--map <file>', 'a mapping file with choices for types and threat types')
    .option('--save-map <file>', 'write the choices that were made, to be edited and used again')
    .option('--format <format>', UPGRADE_FORMATS.join(', '), choice('--format', UPGRADE_FORMATS), 'text')
    .action((model, template, options) => upgradeModel(model, template, options, streams));

  program
    .command('merge-templates')
    .description('make one template of two')
    .argument('<a>', 'a .tb7 file')
    .argument('<b>', 'another one')
    .requiredOption('-o, --output <file>', 'where to write')
    .option('--base <file>', 'the version that both come from')
    .option(
      '--prefer <side>',
      'whom conflicts go to: a, b, or both, the second under a new id',
      choice('--prefer', ['a', 'b', 'both']),
    )
    .action((a, b, options) => mergeTemplateFiles(a, b, options, streams));
}

/** What is done with versions of a model or a template. */
function addVersionCommands(program: Command, streams: Streams): void {
  program
    .command('diff')
    .description('say what is different from one model or template to another')
    .argument('<a>', 'a .tm7 or .tb7 file')
    .argument('<b>', 'another one of its kind')
    .option(
      '--format <format>',
      `${DIFF_FORMATS.join(', ')} (comment: Markdown short enough for a comment of a change request)`,
      choice('--format', DIFF_FORMATS),
      'text',
    )
    .option('-o, --output <file>', 'where to write; Markdown gets pictures in a folder beside it', '-')
    .option('--only <what>', `only some, apart by commas: ${ONLY.join(', ')}`)
    .option('--name <path>', 'what reports call both files')
    .option('--exit-code', 'end with 1 when there is a difference')
    .action((a, b, options) => diffFiles(a, b, options, streams));

  program
    .command('merge')
    .description('make one model, or one template, of two that come from a common version')
    .argument('<base>', 'the version that both come from')
    .argument('<ours>', 'a .tm7 or .tb7 file')
    .argument('<theirs>', 'another one of its kind')
    .requiredOption('-o, --output <file>', 'where to write; may be one of the three')
    .option(
      '--prefer <side>',
      'whom conflicts go to, so that they are no findings: ours, theirs',
      choice('--prefer', ['ours', 'theirs']),
    )
    .option(
      '--keep-threats',
      'leave the threats as the two sides have them, though flows cross something else now',
    )
    .option(
      '--format <format>',
      `how conflicts are told: ${MERGE_FORMATS.join(', ')}`,
      choice('--format', MERGE_FORMATS),
      'text',
    )
    .option('--name <path>', 'what messages call the file')
    .action((base, ours, theirs, options) => mergeFiles([base, ours, theirs], options, streams));

  program
    .command('text')
    .description('write a model or a template as lines of text, to be compared')
    .argument('<file>', 'a .tm7 or .tb7 file')
    .action((file) => listDocument(file, streams));

  const git = program.command('git').description('let git compare and merge .tm7 and .tb7 files');
  const user = ['--user', "for all of the user's repositories, not this one alone"] as const;
  git
    .command('install')
    .description('register a textconv, a merge driver and a difftool, and say what was written')
    .option(...user)
    .option('--command <command>', 'how git calls trustline (as it was called when not given)')
    .action((options) => gitInstall(options, streams));
  git
    .command('uninstall')
    .description('take away what install wrote')
    .option(...user)
    .action((options) => gitUninstall(options, streams));
}

/** Runs the command line on the words after its name; returns the exit code and never throws. */
export async function runCli(words: readonly string[], given: Streams = processStreams): Promise<number> {
  const streams = guarded(given);
  try {
    await makeProgram(streams).parseAsync([...words], { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof Failure) {
      if (error.message !== '') streams.err(`trustline: ${error.message}`);
      return error.exitCode;
    }
    // Commander has written its own message; help and version end with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return tellFault(error, given);
  }
}

/** What is said of a fault of trustline itself. */
const faultText = (error: unknown): string =>
  `trustline: unexpected error: ${error instanceof Error ? error.message : String(error)}`;

/** Tells of a fault that came outside the command, such as one in a library's callback; returns the exit code. */
export function tellFault(error: unknown, streams: Streams = processStreams): number {
  guarded(streams).err(faultText(error));
  return EXIT.internal;
}
