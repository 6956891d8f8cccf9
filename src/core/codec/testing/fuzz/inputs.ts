import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Model } from '../../../document/index.ts';
import { copyFragment } from '../../../edit/index.ts';
import { EXPORTS } from '../../index.ts';
import { drawing, glue, line, shape } from '../../visio/testing/drawing.ts';
import { modelFile } from '../every-construct.ts';
import { templateFile } from '../every-construct-template.ts';
import { encode, model, ROOT, SAMPLE } from '../files.ts';
import { stride } from '../foreign.ts';
import { changedData } from './data.ts';
import { bytesOf, judgedFile, judgedForeign, judgedFragment, type Verdict } from './laws.ts';
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

/** A small model in each format of other programs that is read. */
export function foreignBases(): readonly Base[] {
  const sample = model(encode(SAMPLE)).model;
  const small = { ...sample, threats: sample.threats.slice(0, 3) };
  const judged = (input: string): Verdict => judgedForeign(bytesOf(input), stride);
  const written = EXPORTS.filter(({ can }) => can.reads).map(
    ({ label, write }): Base => ({ name: label, text: binary(write(small).bytes), judged, changed }),
  );
  return [...written, ...visioBases(judged)];
}

/** A drawing of Visio: its bytes, and the page in it, which is packed again. */
function visioBases(judged: Base['judged']): readonly Base[] {
  const page = [
    shape(1, { master: 1, at: [1, 8], label: 'Customer' }),
    shape(2, { master: 0, at: [4, 8], label: 'Shop', inside: PROPERTY }),
    shape(3, { master: 2, at: [7, 8], label: 'Orders' }),
    shape(4, { at: [5, 8, 6, 3], label: 'Inside', cells: { LinePattern: 2 } }),
    line(5, [1, 8, 4, 8], { master: 4, label: 'Orders', inside: GEOMETRY }),
  ].join('');
  const connects = glue([5, 'BeginX', 1], [5, 'EndX', 2]);
  const whole = drawing({ page, connects });
  const drawn = `<PageContents><Shapes>${page}</Shapes>${connects}</PageContents>`;
  const packed = (text: string): Uint8Array => drawing({ parts: { 'visio/drawn/one.XML': bytesOf(text) } });
  return [
    { name: 'Visio, packed', text: binary(whole), judged, changed },
    { name: 'Visio, a page', text: drawn, judged: (input) => judgedForeign(packed(input), stride), changed },
  ];
}

const PROPERTY = '<Section N="Property"><Row N="Zone"><Cell N="Value" V="DMZ"/></Row></Section>';
const GEOMETRY =
  '<Section N="Geometry" IX="0"><Cell N="NoFill" V="1"/><Row T="MoveTo" IX="1"/><Row T="LineTo" IX="2"><Cell N="X" V="3"/></Row></Section>';

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
