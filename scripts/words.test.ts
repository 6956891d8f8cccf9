// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are sources with templates in them
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { spokenLiterals } from './literals.ts';

const SRC = path.join(import.meta.dirname, '..', 'src');
const APP = path.join(SRC, 'app');

const files = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)testing\/|^words\//.test(file))
  .sort();
const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '.');
const folders = [...new Set(files.map(folderOf))];

const literals = (folder: string): readonly string[] =>
  files
    .filter((file) => folderOf(file) === folder)
    .flatMap((file) =>
      spokenLiterals(file, readFileSync(path.join(APP, file), 'utf8')).map(
        ({ line, text }) => `src/app/${file}:${line}: ${text}`,
      ),
    );

test('the whole app is looked at', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(folders).toEqual(expect.arrayContaining(['canvas', 'threats', 'ui', '.']));
});

test.each(folders)('the words of src/app/%s come from src/app/words', (folder) =>
  expect(literals(folder)).toEqual([]),
);

/** Files of the core with texts that are nobody's words: whoever reads them, they stay as they are. */
const FIXED: Readonly<Record<string, string>> = {
  'change-report/change-report.ts': 'reports are English (decision 16)',
  'change-report/listing.ts': 'what git compares is English (decision 16)',
  'change-report/picture.ts': 'reports are English (decision 16)',
  'codec/drawio/write.ts': 'what stands in files of other programs',
  'codec/fallback-names.ts': 'words in files of other programs',
  'codec/foreign-states.ts': 'words in files of other programs',
  'codec/foreign-threats.ts': 'what is stored in files (format 4.2)',
  'codec/mermaid/read.ts': 'names of properties in files (format 1.5)',
  'codec/mermaid/write.ts': 'words in files of other programs',
  'codec/otm/describe.ts': 'words in files of other programs',
  'codec/otm/read.ts': 'names of properties in files (format 1.5)',
  'codec/otm/threats.ts': 'words in files of other programs',
  'codec/otm/write.ts': 'words in files of other programs',
  'codec/tags.ts': 'names of properties in files (format 1.5)',
  'codec/threat-dragon/read.ts': 'what is stored in files (format 4.2)',
  'codec/threat-dragon/write.ts': 'words in files of other programs',
  'codec/tm-bom/describe.ts': 'names of properties in files (format 1.5)',
  'codec/tm-bom/facts.ts': 'words in files of other programs',
  'codec/tm-bom/notes.ts': 'what is stored in files (format 4.2)',
  'codec/tm-bom/read.ts': 'names of formats',
  'codec/tm-bom/risks.ts': 'what stands in files of other programs',
  'codec/tm-bom/scope.ts': 'what is stored in files (format 4.2)',
  'codec/tm-bom/threats.ts': 'what is stored in files (format 4.2)',
  'codec/tm-bom/write.ts': 'words in files of other programs',
  'codec/visio/sheet.ts': 'words in files of other programs',
  'document/invariants.ts': 'faults of the program, for its authors',
  'document/model.ts': 'states as the Windows tool prints them (format 6.2)',
  'document/properties.ts': 'names of properties in files (format 1.5)',
  'document/risk-properties.ts': 'names and labels of properties in files (format 1.4)',
  'document/threat-texts.ts': 'names of properties in files (format 4.2)',
  'drawing/drawing.ts': 'places of pictures in templates (format 7)',
  'drawing/state-colours.ts': 'colours',
  'edit/attach.ts': 'faults of the program, for its authors',
  'edit/own-threats.ts': 'what is stored in files (format 4.2)',
  'engine/texts.ts': 'what is stored in files (format 4.2)',
  'policy/gate.ts': 'what the command line says is English (decision 16)',
  'policy/rules.ts': 'what the command line says is English (decision 16)',
  'policy/windows.ts': 'what the command line says is English (decision 16)',
  'policy/writers.ts': 'names of the standards',
  'report/csv-presets.ts': 'headers that programs read',
  'report/csv.ts': 'headers that programs read',
  'report/docx/diagrams.ts': 'reports are English (decision 16)',
  'report/docx/front.ts': 'reports are English (decision 16)',
  'report/docx/making.ts': 'what a file calls its pictures',
  'report/docx/styles.ts': 'names of styles',
  'report/docx/write.ts': 'reports are English (decision 16)',
  'report/elements.ts': 'reports are English (decision 16)',
  'report/grouping.ts': 'reports are English (decision 16)',
  'report/html-elements.ts': 'reports are English (decision 16)',
  'report/html-overview.ts': 'reports are English (decision 16)',
  'report/html.ts': "the Windows tool's report (format 6)",
  'report/markdown-overview.ts': 'reports are English (decision 16)',
  'report/markdown.ts': "the Windows tool's report (format 6)",
  'report/overview.ts': 'reports are English (decision 16)',
  'report/pdf/cover.ts': "the Windows tool's report (format 6)",
  'report/pdf/diagrams.ts': "the Windows tool's report (format 6)",
  'report/pdf/elements.ts': 'reports are English (decision 16)',
  'report/pdf/overview.ts': 'reports are English (decision 16)',
  'report/pdf/paper.ts': 'operators and attributes of PDF',
  'report/pdf/write.ts': "the Windows tool's report (format 6)",
  'report/record.ts': 'reports are English (decision 16)',
  'report/report.ts': "the Windows tool's report (format 6)",
  'report/room.ts': 'reports are English (decision 16)',
  'report/sarif.ts': 'names of the standard, and reports are English (decision 16)',
  'report/workbook-rows.ts': 'XML',
  'report/workbook.ts': 'headers that programs read',
  'threat-list/fields.ts': 'the language of queries',
};

test('the words of src/core come from src/core/words', () => {
  const core = path.join(SRC, 'core');
  const speaking = readdirSync(core, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !/\.test\.|(^|\/)testing\/|^words\//.test(file))
    .filter((file) => spokenLiterals(file, readFileSync(path.join(core, file), 'utf8')).length > 0);
  expect(speaking.sort()).toEqual(Object.keys(FIXED).sort());
});

describe('a literal that a person sees or hears', () => {
  it.each([
    ['text', '<p>Nothing here</p>', ['Nothing here']],
    ['text between others', '<p>{count} of {all}</p>', ['of']],
    ['a string as a child', "<p>{'Mixed'}</p>", ['Mixed']],
    ['either side of a choice', "<p>{busy ? 'Writing…' : `Export ${name}`}</p>", ['Writing…', 'Export …']],
    ['what is shown if', "<p>{empty && 'Nothing'}</p>", ['Nothing']],
    ['a choice inside a template', '<p aria-label={`${a}${b ? `, ${n} open` : ""}`} />', [', … open']],
    ['an attribute', '<button aria-label="Close" />', ['Close']],
    ["a widget's attribute", '<Field label="Owner" hint={"Who answers"} />', ['Owner', 'Who answers']],
    ['an attribute that may be none', '<p title={on ? undefined : "Switched off"} />', ['Switched off']],
    ['a property', "const c = { id: 'x', label: 'Undo' };", ['Undo']],
    ['a property that is worked out', "const c = { label: () => 'Undo' };", ['Undo']],
    ['a list', "notify({ tone: 'error', text: t, details: ['Include: none'] });", ['Include: none']],
    ['a variable', "const label = open ? 'Close it' : 'Open it';", ['Close it', 'Open it']],
    ['what is announced', "announce('selected ' + n);", ['selected']],
    ['the label of a step', "commit('rename', run);", ['rename']],
    ['a sentence anywhere', "say('Nothing was found');", ['Nothing was found']],
    ['a sentence with a name in it', 'say(`Delete ${what}`);', ['Delete …']],
    ['other letters than ours', '<p>Größe</p>', ['Größe']],
  ])('%s', (_, source, wanted) => {
    expect(spokenLiterals('a.tsx', source).map(({ text }) => text)).toEqual(wanted);
  });

  it.each([
    ['signs', '<p> · {n} → ⌘ &nbsp; 3 </p>'],
    ['a class', '<p className="modal modal-wide" data-tone="Plain" id="Name" role="button" type="text" />'],
    ['a name from the catalogue', '<p title={words.files.open}>{words.files.count({ n })}</p>'],
    ['a comparison', "<p>{kind === 'flow' ? a : b}</p>"],
    ['an argument', "<p title={of('flow')}>{part('name')}</p>"],
    ['a type', "interface A { readonly label: 'Yes' | 'No way' }"],
    ['an import', "import { a } from 'Some where';"],
    ['an error that is thrown', "throw new Error('The list is empty');"],
    ['the path of a line', '<path d={`M${x} ${y}h${width}M${x} ${lower}h${width}`} />'],
    ['a template without letters', '<p title={`${a} · ${b}`} />'],
  ])('not %s', (_, source) => expect(spokenLiterals('a.tsx', source)).toEqual([]));

  it('is told with its line', () =>
    expect(spokenLiterals('a.tsx', 'const a = 1;\n\n<p>\n  Here\n</p>')).toEqual([
      { line: 4, text: 'Here' },
    ]));
});
