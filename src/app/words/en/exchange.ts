import { counted, THREAT } from './plurals.ts';

const SHAPE = { one: 'shape', other: 'shapes' } as const;
const LINE = { one: 'line', other: 'lines' } as const;
const PAGE = { one: 'page', other: 'pages' } as const;
const THING = { one: 'thing', other: 'things' } as const;
const DIAGRAM = { one: 'diagram', other: 'diagrams' } as const;

/** Files of other programs, in and out. */
export const exchange = {
  importCommand: 'Import…',
  importKeywords: 'open other programs diagrams convert draw.io threat dragon visio otm mermaid',
  exportCommand: 'Export as…',
  exportKeywords: 'save other programs diagrams convert draw.io threat dragon otm mermaid graphviz',
  cancel: 'Cancel',
  title: ({ file }: { file: string }) => `Import ${file}`,
  about: ({
    format,
    pages,
    shapes,
    lines,
    threats,
  }: {
    format: string;
    pages: number;
    shapes: number;
    lines: number;
    threats: number;
  }) =>
    `${format}: ${counted(pages, PAGE)}, ${counted(shapes, SHAPE)}, ${counted(lines, LINE)}${threats > 0 ? `, ${counted(threats, THREAT)}` : ''}. The file itself stays as it is.`,
  pages: 'Pages',
  pageOf: ({ shapes, lines }: { shapes: number; lines: number }) =>
    `${counted(shapes, SHAPE)}, ${counted(lines, LINE)}`,
  unnamed: 'Without a name',
  doubts: {
    'no-elements': 'perhaps no data flow diagram',
    'attack-tree': 'an attack tree',
  },
  into: 'Becomes',
  newModel: 'A new model',
  inModel: ({ file }: { file: string }) => `New diagrams in ${file}`,
  template: 'Template',
  templates: { open: 'In use', ours: 'Ours', yours: 'Yours' },
  templateOf: ({ name, file }: { name: string; file: string }) => `${name} (of ${file})`,
  templateNotHad: 'The template could not be had. Choose another one.',
  kinds: 'What stands in the file, and what becomes of it',
  kindCount: ({ count, isLine, example }: { count: number; isLine: boolean; example: string }) =>
    `${counted(count, isLine ? LINE : SHAPE)}${example === '' ? '' : `, such as “${example}”`}`,
  moreKinds: ({ count }: { count: number }) => `And ${count} more. They become what is proposed for them.`,
  becomes: ({ kind }: { kind: string }) => `What “${kind}” becomes`,
  leaveOut: 'Leave out',
  noType: 'Nothing (the template has none)',
  roles: {
    process: 'Process',
    external: 'External interactor',
    store: 'Data store',
    borderBoundary: 'Trust boundary, a box',
    annotation: 'Annotation',
    flow: 'Data flow',
    lineBoundary: 'Trust boundary, a line',
  },
  unknown: 'The file does not say what it is.',
  otherwise: ({ count }: { count: number }) => `Otherwise than in the file (${count})`,
  nothingLost: 'All that the pages hold comes along.',
  guess: ({
    kinds,
    more,
    count,
    role,
  }: {
    kinds: readonly string[];
    more: number;
    count: number;
    role: string;
  }) =>
    `${counted(count, THING)} that the file says nothing about, taken as: ${role} (${kinds.map((kind) => `“${kind}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''})`,
  working: 'Working…',
  take: 'Import',
  choices: 'Save choices',
  forget: 'Forget choices',
  step: ({ file }: { file: string }) => `Import ${file}`,
  done: ({ file, diagrams }: { file: string; diagrams: number }) =>
    `${file} imported: ${counted(diagrams, DIAGRAM)}`,
  failed: ({ file, cause }: { file: string; cause: string }) => `${file} was not imported: ${cause}`,
  next: ({ count }: { count: number }) =>
    `${counted(count, { one: 'file', other: 'files' })} more to import after this one.`,
  pasted: ({ count }: { count: number }) =>
    `Pasted from another program; ${counted(count, THING)} not kept, or otherwise.`,
  changed: 'Nothing was pasted: the template of the model was changed meanwhile.',
  notPasted: ({ cause }: { cause: string }) => `What another program copied was not pasted: ${cause}`,
  clipboard: 'Clipboard',
  export: {
    title: ({ file }: { file: string }) => `Export ${file}`,
    about: 'A copy for another program. The file of your model stays as it is.',
    format: 'Format',
    losses: ({ count }: { count: number }) => `Not kept by this format (${count})`,
    nothing: 'Nothing of this model is lost in this format.',
    keeps: 'Your choice of the scope is kept with the model, as a note.',
    kept: 'Keep the scope as a note',
    take: 'Export',
    done: ({ file }: { file: string }) => `${file} exported`,
    failed: ({ file, cause }: { file: string; cause: string }) => `${file} was not exported: ${cause}`,
  },
};
