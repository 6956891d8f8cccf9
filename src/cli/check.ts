import { checkTemplate, type Finding } from '../core/check/index.ts';
import { findingWords } from '../core/words/later.ts';
import { EXIT, Failure, openFile, type Streams, shown, writeText } from './io.ts';

export const CHECK_FORMATS = ['text', 'json'] as const;
export const LEVELS = ['error', 'warning', 'info'] as const;
type Level = (typeof LEVELS)[number];

interface CheckOptions {
  readonly format: string;
  readonly level: string;
}

/**
 * `trustline check`: what a person should look at in templates, or in the templates inside of models. Ends with
 * findings when one is at or above the level.
 */
export function checkFiles(files: readonly string[], options: CheckOptions, streams: Streams): void {
  const checked = files.map((file) => {
    const opened = openFile(file, streams);
    const template = opened.format === 'tb7' ? opened.template : opened.model.template;
    return { file, template, findings: checkTemplate(template) };
  });
  if (options.format === 'json') {
    const facts = checked.map(({ file, template: { manifest }, findings }) => ({
      file,
      template: { id: manifest.id, name: manifest.name, version: manifest.version },
      findings: findings.map(factsOf),
    }));
    writeText('-', `${JSON.stringify({ version: 1, files: facts }, null, 2)}\n`, 'json', streams);
  } else {
    const lines = checked.flatMap(({ file, findings }) =>
      findings.map(
        (finding) => `${shown(file)}: ${finding.severity}: ${findingWords(finding)}${whereOf(finding)}\n`,
      ),
    );
    writeText('-', lines.join(''), 'table', streams);
  }
  const level = LEVELS.indexOf(levelOf(options.level));
  const counts = LEVELS.slice(0, level + 1).flatMap((severity) => {
    const count = checked
      .flatMap(({ findings }) => findings)
      .filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count} ${NOUNS[severity]}${count === 1 ? '' : 's'}`];
  });
  if (counts.length > 0) throw new Failure(counts.join(', '), EXIT.findings);
}

const NOUNS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'remark' };

const levelOf = (text: string): Level => LEVELS.find((level) => level === text) ?? 'warning';

/** Where in a filter, counted from 1 as editors do. */
const whereOf = ({ place }: Finding): string =>
  place === undefined ? '' : ` (character ${place.start + 1})`;

const factsOf = (finding: Finding) => ({
  level: finding.severity,
  code: finding.code,
  text: findingWords(finding),
  item: finding.item,
  place: finding.place ?? null,
  fixable: finding.fix !== undefined,
});
