import type { Command } from 'commander';

/** Examples of each command, as its `--help` shows them: what people do with it, in their order. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  threats: [
    'trustline threats shop.tm7 --query "state:not-started priority:high"',
    'trustline threats shop.tm7 --check',
    'trustline threats shop.tm7 --set mitigated --where "flow:HTTPS category:tampering" --justification "TLS 1.3" -o shop.tm7',
  ],
  report: [
    'trustline report shop.tm7 -o shop.html',
    'trustline report shop.tm7 -o shop.pdf --since released.tm7',
    'trustline report shop.tm7 -o shop.sarif',
  ],
  import: [
    'trustline import shop.tm7 answered.xlsx --dry-run',
    'trustline import shop.tm7 answered.xlsx -o shop.tm7',
  ],
  formats: ['trustline formats --json'],
  convert: ['trustline convert shop.tm7 shop.tb7', 'trustline convert foreign.tm7 clean.tm7 --canonical'],
  render: [
    'trustline render shop.tm7 --diagram "Checkout" -o checkout.svg',
    'trustline render released.tm7 --compare shop.tm7 -o changes.svg',
  ],
  tidy: ['trustline tidy shop.tm7 -o tidied.tm7'],
  new: ['trustline new containers.tb7 -o shop.tm7'],
  check: [
    'trustline check "models/**/*.tm7" --policy policy.json',
    'trustline check shop.tm7 --format sarif -o shop.sarif',
    'trustline check containers.tb7 --level info',
  ],
  upgrade: [
    'trustline upgrade shop.tm7 newer.tb7 --dry-run',
    'trustline upgrade shop.tm7 newer.tb7 -o shop.tm7',
  ],
  diff: [
    'trustline diff released.tm7 shop.tm7 --only threat-changes',
    'trustline diff released.tm7 shop.tm7 --format comment',
    'git show HEAD:shop.tm7 | trustline diff - shop.tm7 --exit-code',
  ],
  merge: ['trustline merge base.tm7 mine.tm7 yours.tm7 -o merged.tm7'],
  'merge-templates': ['trustline merge-templates ours.tb7 theirs.tb7 --base common.tb7 -o merged.tb7'],
  text: ['trustline text shop.tm7 | less'],
  git: ['trustline git install', 'trustline git install --user'],
  completion: ['eval "$(trustline completion bash)"', 'trustline completion fish | source'],
};

/** Puts its examples below the help of each command, and what all commands have in common below every help. */
export function addHelp(program: Command, notes: string): void {
  program.addHelpText('afterAll', notes);
  for (const command of program.commands) {
    const examples = EXAMPLES[command.name()];
    if (examples !== undefined)
      command.addHelpText('after', `\nExamples:\n${examples.map((line) => `  ${line}\n`).join('')}`);
  }
}
