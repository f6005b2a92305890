import { COMMANDS, COMMON, type CommandSpec } from '../command-table.ts';
import { print, UsageError, type Call } from './command.ts';

const SHELLS = { bash, zsh, fish } as const;

/** `mlguide completion SHELL`: prints a script that completes commands, options and ids. */
export function run(call: Call): Promise<number> {
  const shell = call.words[0]!;
  if (!Object.hasOwn(SHELLS, shell)) throw new UsageError(`no completion for \`${shell}\`, expected bash, zsh or fish`);
  print(SHELLS[shell as keyof typeof SHELLS]());
  return Promise.resolve(0);
}

/** The commands by name. */
const named = COMMANDS.filter(({ name }) => name !== '');

/** What the first word of a command is: ids come from the guide, paths from the shell. */
function wordKind({ words }: CommandSpec): string {
  return words[0]?.name ?? '';
}

function optionsOf(command: CommandSpec): string[] {
  return [...command.options, ...COMMON].map(({ name }) => `--${name}`);
}

const IDS = 'mlguide list --all 2>/dev/null | cut -f1';

function bash(): string {
  const cases = named.map((command) => {
    const kind = wordKind(command);
    const words =
      kind === 'ID'
        ? `words="$(${IDS})"`
        : kind === 'PATH'
          ? 'compopt -o default 2>/dev/null'
          : kind === 'SHELL'
            ? 'words="bash zsh fish"'
            : kind.includes('|')
              ? `words="${kind.replaceAll('|', ' ')}"`
              : ':';
    return `    ${command.name}) options="${optionsOf(command).join(' ')}"; [[ $cur == -* ]] || ${words} ;;`;
  });
  return `# bash completion for mlguide: source <(mlguide completion bash)
_mlguide() {
  local cur=\${COMP_WORDS[COMP_CWORD]} options="" words=""
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "${[...named.map(({ name }) => name), ...optionsOf(COMMANDS[0]!)].join(' ')}" -- "$cur"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
  if [[ $cur == -* ]]; then words=$options; fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -F _mlguide mlguide`;
}

function zsh(): string {
  const cases = named.map((command) => {
    const options = [...command.options, ...COMMON].map(
      ({ name, value, help }) =>
        `'--${name}[${help.replaceAll("'", '').replaceAll(':', '')}]${value === undefined ? '' : `:${value.replaceAll(':', '')}:`}'`,
    );
    const kind = wordKind(command);
    const word =
      kind === 'ID'
        ? [`'*:id:($(${IDS}))'`]
        : kind === 'PATH'
          ? [`'*:path:_files'`]
          : kind === 'SHELL'
            ? [`'*:shell:(bash zsh fish)'`]
            : kind.includes('|')
              ? [`'1:action:(${kind.replaceAll('|', ' ')})'`, `'2:path:_files'`]
              : [];
    return `    ${command.name}) _arguments ${[...options, ...word].join(' ')} ;;`;
  });
  const commands = named.map(({ name, summary }) => `'${name}:${summary.replaceAll("'", '').replaceAll(':', '')}'`);
  return `#compdef mlguide
# zsh completion for mlguide: source <(mlguide completion zsh)
_mlguide() {
  local -a commands=(${commands.join(' ')})
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${cases.join('\n')}
  esac
}
compdef _mlguide mlguide`;
}

function fish(): string {
  const quote = (text: string) => `'${text.replaceAll("'", "\\'")}'`;
  const lines = ['# fish completion for mlguide: mlguide completion fish | source', 'complete -c mlguide -f'];
  for (const command of named) {
    lines.push(`complete -c mlguide -n __fish_use_subcommand -a ${command.name} -d ${quote(command.summary)}`);
    const inside = `-n '__fish_seen_subcommand_from ${command.name}'`;
    for (const { name, value, help } of [...command.options, ...COMMON]) {
      lines.push(`complete -c mlguide ${inside} -l ${name} ${value === undefined ? '' : '-r '}-d ${quote(help)}`);
    }
    const kind = wordKind(command);
    if (kind === 'ID') lines.push(`complete -c mlguide ${inside} -a '(${IDS})'`);
    if (kind === 'PATH') lines.push(`complete -c mlguide ${inside} -F`);
    if (kind === 'SHELL') lines.push(`complete -c mlguide ${inside} -a 'bash zsh fish'`);
    if (kind.includes('|')) lines.push(`complete -c mlguide ${inside} -F -a '${kind.replaceAll('|', ' ')}'`);
  }
  return lines.join('\n');
}
