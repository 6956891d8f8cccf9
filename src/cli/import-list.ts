import { stateLabel } from '../core/document/index.ts';
import { formatDateTime } from '../core/edit/index.ts';
import {
  addOwnThreats,
  applyList,
  compareList,
  type ListChange,
  type ListComparison,
  type ListFault,
  readThreatList,
  type ThreatList,
} from '../core/lists/index.ts';
import { userName } from './author.ts';
import {
  checkApart,
  checkEnding,
  EXIT,
  Failure,
  openModel,
  readBytes,
  type Streams,
  shown,
  writeDocument,
  writeText,
} from './io.ts';

interface ImportOptions {
  readonly output?: string;
  readonly dryRun?: boolean;
  readonly texts?: boolean;
  readonly clear?: boolean;
  readonly add?: boolean;
  readonly force?: boolean;
  readonly author?: string;
}

/**
 * `trustline import`: a model with what was written into a list of its threats. Ends with findings, and writes nothing,
 * where the model was changed after the list was made, unless `--force` says that the list is right.
 */
export async function importList(
  file: string,
  listFile: string,
  options: ImportOptions,
  streams: Streams,
): Promise<void> {
  const { output, dryRun = false, texts = false, clear = false, add = false, force = false } = options;
  if (output === undefined && !dryRun)
    throw new Failure('say where to write (-o), or that nothing is to be written (--dry-run)', EXIT.usage);
  if (file === '-' && listFile === '-')
    throw new Failure('only one of the two can be standard input', EXIT.usage);
  if (output !== undefined) {
    checkEnding(output, ['.tm7']);
    checkApart(listFile, output);
  }
  const model = openModel(file, streams);
  const list = await readThreatList(readBytes(listFile, streams));
  if (!list.ok) throw new Failure(`${shown(listFile)}: ${faultInWords(list.error)}`, EXIT.unreadable);
  const found = compareList(model, list.value, { texts, clearing: clear });
  if (found.matched === 0 && !(add && found.lost.some(({ own }) => own !== null)))
    throw new Failure(`${shown(listFile)}: no row is a threat of ${shown(file)}`, EXIT.unreadable);
  const text = textOf(found, list.value, add);
  // Standard output is the model's when that is where it goes.
  if (output === '-' && !dryRun) streams.err(text.trimEnd());
  else writeText('-', text, 'table', streams);
  const conflicts = found.changes.filter(({ conflict }) => conflict).length;
  if (conflicts > 0 && !force)
    throw new Failure(
      `${conflicts} ${conflicts === 1 ? 'value was' : 'values were'} changed in the model since; --force takes the list's`,
      EXIT.findings,
    );
  if (dryRun || output === undefined) return;
  const author = {
    name: options.author ?? userName(),
    now: formatDateTime(Date.now(), -new Date().getTimezoneOffset()),
  };
  const own = add ? found.lost.flatMap((row) => row.own ?? []) : [];
  const after = addOwnThreats(applyList(model, found.changes, author), own, author, () =>
    crypto.randomUUID(),
  );
  writeDocument(output, after, streams);
}

function faultInWords(fault: ListFault): string {
  switch (fault.cause) {
    case 'size':
      return `larger than ${fault.most / 1024 / 1024} MB`;
    case 'rows':
      return `more than ${fault.most} rows`;
    case 'entries':
      return `a workbook of more than ${fault.most} parts`;
    case 'inflated':
      return 'a workbook that unpacks to far more than a list of threats';
    case 'empty':
      return 'no header and no rows';
    case 'binary':
      return 'neither a text nor an Excel workbook (.xlsx)';
    case 'workbook':
      return 'no Excel workbook (.xlsx), or a damaged one';
    case 'encrypted':
      return 'a workbook behind a password or of Excel before 2007; save it as .xlsx or as CSV';
  }
}

const count = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;
const oneLine = (text: string): string => (text.trim() === '' ? '(empty)' : text.replace(/\s+/g, ' ').trim());

function valueIn({ field }: ListChange, value: string): string {
  return oneLine(field.kind === 'state' ? stateLabel(value) : value);
}

function textOf(
  { changes, lost, problems, matched, unknownColumns }: ListComparison,
  list: ThreatList,
  add: boolean,
) {
  const lines = [
    ...(list.guessed ? ['the list says nothing of its encoding: read as Windows-1252'] : []),
    ...(unknownColumns.length === 0 ? [] : [`columns that mean nothing: ${unknownColumns.join(', ')}`]),
    ...changes.map(
      (change) =>
        `${change.conflict ? 'conflict' : 'change'}: line ${change.line}, threat ${change.id}, ${change.column}: ` +
        `${valueIn(change, change.before)} -> ${valueIn(change, change.after)}`,
    ),
    ...problems.map((problem) =>
      problem.kind === 'twice'
        ? `not taken: line ${problem.line} is the threat of line ${problem.first}`
        : `not taken: line ${problem.line}, ${problem.value} is no ${problem.kind}`,
    ),
    ...lost.map(
      ({ line, title, own }) =>
        `${add && own !== null ? 'added' : 'not found'}: line ${line}, ${oneLine(title)}`,
    ),
    `${count(matched, 'threat')} found, ${count(changes.length, 'value')} changed, ${count(lost.length, 'row')} not found`,
  ];
  return `${lines.join('\n')}\n`;
}
