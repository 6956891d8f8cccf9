import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Model } from '../../../document/index.ts';
import { copyFragment } from '../../../edit/index.ts';
import { modelFile } from '../every-construct.ts';
import { templateFile } from '../every-construct-template.ts';
import { encode, model, ROOT } from '../files.ts';
import { changedData } from './data.ts';
import { judgedFile, judgedFragment, type Verdict } from './laws.ts';
import { trimmed } from './markup.ts';
import { type Change, changed, randomChange } from './mutations.ts';
import { type Random, randomFrom } from './random.ts';

/** A sound file that inputs are made of, with what has to hold for every input. */
export interface Base {
  readonly name: string;
  /** A character for each byte; of fragments, for each UTF-16 unit. */
  readonly text: string;
  readonly judged: (input: string) => Verdict;
  readonly changed: (text: string, change: Change) => string;
}

const binary = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('latin1');

const fileBase = (name: string, text: string): Base => ({ name, text, judged: judgedFile, changed });

function fragmentBase(into: Model): Base {
  const ids = into.diagrams.flatMap(({ shapes, lines }) => [...shapes, ...lines].map(({ id }) => id));
  return {
    name: 'fragment',
    text: JSON.stringify(copyFragment(into, ids)),
    judged: (input) => judgedFragment(input, into),
    changed: changedData,
  };
}

/** Our own files: every construct of the formats, our templates and samples, and what copying makes of a model. */
export function ownBases(): readonly Base[] {
  const folder = path.join(ROOT, 'templates');
  const g7 = binary(modelFile('G7'));
  return [
    fileBase('every construct, G6', trimmed(binary(modelFile('G6')))),
    fileBase('every construct, G7', trimmed(g7)),
    fileBase('every construct of a template', trimmed(binary(templateFile()))),
    fragmentBase(model(encode(modelFile('G7'))).model),
    ...filesIn(folder),
  ];
}

/** Files of the corpus, which lies beside a checkout; none where it is absent. */
export function corpusBases(): readonly Base[] {
  const shared = path.join(ROOT, '..', 'shared');
  return ['models', 'templates', 'other-writers', 'cases', 'broken', 'hostile']
    .map((folder) => path.join(shared, 'corpus', folder))
    .concat(path.join(shared, 'seed'))
    .filter((folder) => existsSync(folder))
    .flatMap(filesIn);
}

/** Beyond this many bytes a trimmed file says little more and costs more. */
const LONGEST = 64 * 1024;

const filesIn = (folder: string): readonly Base[] =>
  readdirSync(folder)
    .filter((name) => /\.t[mb]7$/.test(name))
    .sort()
    .map((name) => fileBase(name, trimmed(binary(readFileSync(path.join(folder, name))))))
    .filter(({ text }) => text.length <= LONGEST);

export interface Input {
  readonly seed: number;
  readonly base: Base;
  readonly changes: readonly Change[];
}

/** The input of a number: the same on every machine that has the same files. */
export function inputOf(seed: number, bases: readonly [Base, ...Base[]]): Input {
  const random: Random = randomFrom(seed);
  const base = random.pick(bases);
  const changes = Array.from({ length: 1 + random.below(5) }, () => randomChange(random));
  return { seed, base, changes };
}

export const textOf = ({ base, changes }: Pick<Input, 'base' | 'changes'>): string =>
  changes.reduce((text, change) => base.changed(text, change), base.text);
