import type { Command } from 'commander';
import { EXIT, Failure, type Streams } from './io.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** A command as it is typed after the program's name, with its options. */
interface Completed {
  /** `git install` */
  readonly words: string;
  readonly description: string;
  readonly options: readonly { readonly long: string; readonly description: string }[];
  readonly below: readonly string[];
}

/** `trustline completion`: a script for a shell, which completes commands, options and files. */
export function writeCompletion(shell: string, program: Command, streams: Streams): void {
  const commands = commandsOf(program);
  switch (shell) {
    case 'bash':
      streams.out(bash(commands));
      return;
    case 'zsh':
      // zsh takes the functions of bash.
      streams.out(`autoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`);
      return;
    case 'fish':
      streams.out(fish(commands));
      return;
    default:
      throw new Failure(`the shell is one of ${SHELLS.join(', ')}, not "${shell}"`, EXIT.usage);
  }
}

/** The program and all commands below it. */
function commandsOf(command: Command, before: readonly string[] = []): readonly Completed[] {
  const words = before.join(' ');
  const own = {
    words,
    description: command.description(),
    options: command.options.flatMap(({ long, description }) =>
      long === undefined ? [] : [{ long, description }],
    ),
    below: command.commands.map((one) => one.name()),
  };
  return [own, ...command.commands.flatMap((one) => commandsOf(one, [...before, one.name()]))];
}

const optionsOf = ({ options }: Completed): string =>
  [...options.map(({ long }) => long), '--help'].join(' ');

function bash(commands: readonly Completed[]): string {
  const cases = commands.map(
    (one) => `    '${one.words}') options='${optionsOf(one)}'; commands='${one.below.join(' ')}' ;;`,
  );
  const parents = commands.filter(({ below, words }) => below.length > 0 && words !== '');
  return `# bash completion of trustline: eval "$(trustline completion bash)"
_trustline() {
  local word="\${COMP_WORDS[COMP_CWORD]}" command='' options='' commands='' at
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "\${COMP_WORDS[at]}" in -*) continue ;; esac
    if [ -z "$command" ]; then command="\${COMP_WORDS[at]}"; else
      case "$command" in ${parents.map(({ words }) => `'${words}'`).join(' | ')}) command="$command \${COMP_WORDS[at]}" ;; esac
      break
    fi
  done
  case "$command" in
${cases.join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) if [ -n "$commands" ]; then COMPREPLY=($(compgen -W "$commands" -- "$word")); else
      # A name with blanks is one word.
      local IFS=$'\\n'
      COMPREPLY=($(compgen -f -- "$word"))
    fi ;;
  esac
}
complete -o filenames -o bashdefault -F _trustline trustline
`;
}

function fish(commands: readonly Completed[]): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap((one) => {
    const seen = one.words.split(' ').filter(Boolean);
    const when =
      seen.length === 0
        ? '__fish_use_subcommand'
        : seen.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
    const below = commands.filter(
      ({ words }) => words !== '' && words.split(' ').slice(0, -1).join(' ') === one.words,
    );
    return [
      ...below.map(
        ({ words, description }) =>
          `complete -c trustline -f -n ${quoted(when)} -a ${words.split(' ').at(-1) ?? ''} -d ${quoted(description)}`,
      ),
      ...one.options.map(
        ({ long, description }) =>
          `complete -c trustline -n ${quoted(when)} -l ${long.replace(/^--/, '')} -d ${quoted(description)}`,
      ),
    ];
  });
  return `# fish completion of trustline: trustline completion fish | source\n${lines.join('\n')}\n`;
}
