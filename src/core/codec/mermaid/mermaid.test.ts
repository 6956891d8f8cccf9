import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkInvariants, elementName, type Model } from '../../document/index.ts';
import { refusalWords } from '../../words/later.ts';
import { exportFormat, readAnything, readForeign } from '../index.ts';
import { encode, model, SAMPLE } from '../testing/files.ts';
import { imported, keptOf } from '../testing/foreign.ts';

const read = (text: string) => {
  const result = readForeign(encode(text), 'a.md');
  if (!result.ok) throw new Error(refusalWords(result.error));
  return result.value.draft;
};
const chart = (lines: string) => {
  const [diagram] = read(`flowchart LR\n${lines}`).diagrams;
  if (diagram === undefined) throw new Error('There is no diagram');
  return diagram;
};
const flows = (lines: string) =>
  chart(lines).lines.map(({ source, target, name }) => `${source.node}-${target.node} ${name}`.trim());
const roles = (lines: string) => chart(lines).nodes.map(({ id, role, name }) => [id, role, name]);

describe('links', () => {
  test.each<[string, readonly string[]]>([
    ['A-->B', ['A-B']],
    ['A -->|one| B -->|"two #quot;x#quot;"| C', ['A-B one', 'B-C two "x"']],
    ['A -- one --> B', ['A-B one']],
    ['A -. one .-> B\nB == two ==> C', ['A-B one', 'B-C two']],
    ['A -->|"a | b"| B -- "x --> y" --> C', ['A-B a | b', 'B-C x --> y']],
    ['A & B --> C & D', ['A-C', 'A-D', 'B-C', 'B-D']],
    ['A ----> B; C ~~~ D', ['A-B']],
    ['A <--> B', ['A-B', 'B-A']],
    ['A --- B', ['A-B']],
    ['A --o B\nC x--x D', ['A-B', 'C-D', 'D-C']],
    ['A e1@--> B', ['A-B']],
    ['EE-USER -->|q| P-1.a', ['EE-USER-P-1.a q']],
    ['A -->|a<br/>b| B %% said\n  %% more\nB --> A', ['A-B a\nb', 'B-A']],
    ['Ä -->\n Ö', ['Ä-Ö']],
  ])('%s', (lines, wanted) => expect(flows(lines)).toEqual(wanted));

  it('without an arrow and in both directions are told', () => {
    expect(chart('A --- B\nA <--> B').losses).toEqual([
      { code: 'no-arrow', count: 1, example: '' },
      { code: 'two-way', count: 1, example: '' },
    ]);
  });
});

describe('nodes', () => {
  test.each<[string, readonly (readonly string[])[]]>([
    [
      'A((Web)) --> B[(Orders)]',
      [
        ['A', 'process', 'Web'],
        ['B', 'store', 'Orders'],
      ],
    ],
    [
      'A(["Web"]) --> B["User"]',
      [
        ['A', 'process', 'Web'],
        ['B', 'external', 'User'],
      ],
    ],
    [
      'A[Gizmo] --> B',
      [
        ['A', 'unknown', 'Gizmo'],
        ['B', 'unknown', 'B'],
      ],
    ],
    ['A["`Orders **db**`"]', [['A', 'store', 'Orders **db**']]],
    [
      'A>remark]\nB((x))',
      [
        ['A', 'annotation', 'remark'],
        ['B', 'process', 'x'],
      ],
    ],
    [
      'A:::external --> B["Gizmo"]:::dataStore\nclass C,A process\nC --> A',
      [
        ['A', 'external', 'A'],
        ['B', 'store', 'Gizmo'],
        ['C', 'unknown', 'C'],
      ],
    ],
    ['A@{ shape: cyl, label: "Orders" }', [['A', 'store', 'Orders']]],
    [
      'A[/api/users] --> B[/in/]',
      [
        ['A', 'external', '/api/users'],
        ['B', 'unknown', 'in'],
      ],
    ],
    [
      'A[Database user] --> B[(Orders)]',
      [
        ['A', 'external', 'Database user'],
        ['B', 'store', 'Orders'],
      ],
    ],
    ['A["fa:fa-user Customer"]', [['A', 'external', 'Customer']]],
    ['A["a &lt;b&gt; #35;1"]', [['A', 'unknown', 'a <b> #1']]],
    [
      'class[Class] --> style(("Style"))',
      [
        ['class', 'external', 'Class'],
        ['style', 'process', 'Style'],
      ],
    ],
  ])('%s', (lines, wanted) => expect(roles(lines)).toEqual(wanted));

  it('lie in the subgraph in which they are first spoken of', () => {
    const text = `flowchart TB
      A --> B
      subgraph outer["Outer zone"]
        direction LR
        A --> C
        subgraph inner [Inner]
          C --> D
        end
      end
      subgraph Some words
        D --> E
      end
      subgraph "Quoted"
        F
      end
      E --> outer`;
    const { model, losses } = imported(encode(text));
    const [diagram] = model.diagrams;
    const box = (name: string) => diagram?.shapes.find((shape) => elementName(shape) === name);
    const isIn = (name: string, zone: string): boolean => {
      const [one, around] = [box(name), box(zone)];
      if (one === undefined || around === undefined) throw new Error(`${name} or ${zone} is not there`);
      const [x, y] = [one.left + one.width / 2, one.top + one.height / 2];
      return (
        x > around.left && x < around.left + around.width && y > around.top && y < around.top + around.height
      );
    };
    expect(['A', 'C', 'D', 'Inner'].map((name) => isIn(name, 'Outer zone'))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['A', 'C', 'D'].map((name) => isIn(name, 'Inner'))).toEqual([false, true, true]);
    expect(['B', 'E', 'F'].map((name) => isIn(name, 'Outer zone'))).toEqual([false, false, false]);
    expect([isIn('E', 'Some words'), isIn('F', 'Quoted')]).toEqual([true, true]);
    expect(losses).toEqual([{ code: 'composites', count: 1, example: 'Outer zone' }]);
    const inside = diagram?.shapes.find((one) => one.kind === 'ellipse' && elementName(one) === 'Outer zone');
    expect(diagram?.lines.map(({ target }) => target.element)).toContain(inside?.id);
    expect(checkInvariants(model)).toEqual([]);
  });
});

it('a link that ends at a subgraph ends at a process in it', () => {
  const { nodes, lines, losses } = chart(
    'user --> api\nsubgraph api [API]\n a --> b\nend\napi --> db[(Orders)]',
  );
  expect(nodes.map(({ id, role }) => [id, role])).toEqual([
    ['api', 'borderBoundary'],
    ['user', 'external'],
    ['a', 'unknown'],
    ['b', 'unknown'],
    ['db', 'store'],
    ['api inside', 'process'],
  ]);
  expect(lines.map(({ source, target }) => [source.node, target.node])).toEqual([
    ['user', 'api inside'],
    ['a', 'b'],
    ['api inside', 'db'],
  ]);
  expect(losses).toEqual([{ code: 'composites', count: 1, example: 'API' }]);
});

describe('a statement that is not understood', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['A-->B\nthis is odd', ['A', 'B'], ['A-B'], ['this is odd']],
    ['A -->\nB -->\nC[x] ???\nD --> A', ['D', 'A'], ['D-A'], ['A -->', 'B -->', 'C[x] ???']],
    ['A[a]\nA[b]:::store --> ((', ['A'], [], ['A[b]:::store --> ((']],
    ['subgraph S\nA -->\nend\nA --> B', ['S', 'A', 'B'], ['A-B'], ['A -->']],
  ])('is left out as a whole, and told: %s', (lines, ids, links, odd) => {
    const { nodes, losses } = chart(lines);
    expect(nodes.map(({ id }) => id)).toEqual(ids);
    expect(flows(lines)).toEqual(links);
    expect(losses).toEqual([{ code: 'odd-lines', count: odd.length, example: odd[0] }]);
    expect(nodes.find(({ id }) => id === 'A')?.name).not.toBe('b');
  });

  // Each took minutes when what was read was read again: the time of a test is the bound.
  test.each<[string, string, number]>([
    ['a link on each of many lines', `${'a ~~~\n'.repeat(300_000)}(`, 300_001],
    ['a title of brackets', `subgraph ${'['.repeat(200_000)}`, 0],
    ['a class behind a gap', `class a${' '.repeat(200_000)}!`, 0],
  ])('is read once: %s', (_, lines, count) => {
    const { losses } = chart(lines);
    expect((losses ?? []).map((loss) => loss.count)).toEqual(count === 0 ? [] : [count]);
  });
});

it('Markdown has a diagram in each fence; those of other kinds are told, and names come from titles and headings', () => {
  const text = [
    '# Shop\n\nText `graph`.\n\n## Overview\n\n```mermaid\n%%{init: {\n"theme": "dark"}}%%\ngraph TD; A-->B\n```',
    '```mermaid\nsequenceDiagram\n  A->>B: x\n```',
    '```js\nflowchart\n```',
    '## Other\n\n~~~~mermaid\naccTitle: Titled\nflowchart LR\n  accDescr { two\n  lines }\n  A-->B\n~~~~',
    '::: mermaid\n---\ntitle: "In front"\n---\nflowchart LR\nstyle A fill:#fff\nA-->B\nthis is odd!! -->\n:::',
  ].join('\n\n');
  const draft = read(text);
  expect(draft.information).toEqual({ name: 'Shop' });
  expect(draft.diagrams.map(({ name, lines }) => [name, lines.length])).toEqual([
    ['Overview', 1],
    ['Titled', 1],
    ['In front', 1],
  ]);
  expect(draft.losses).toEqual([{ code: 'other-diagrams', count: 1, example: 'sequenceDiagram' }]);
  expect(draft.diagrams[2]?.nodes.map(({ id }) => id)).toEqual(['A', 'B']);
  expect(draft.diagrams[2]?.losses).toEqual([{ code: 'odd-lines', count: 1, example: 'this is odd!! -->' }]);
});

test.each<[string, string, RegExp]>([
  ['Markdown without a flowchart', '```mermaid\npie\n```', /no data flow diagram/],
  [
    'too many links',
    `flowchart LR\n${Array.from({ length: 300 }, (_, at) => `a${at}`).join(' & ')} --> ${Array.from({ length: 300 }, (_, at) => `b${at}`).join(' & ')}`,
    /more than 20000/,
  ],
  [
    'too many nodes',
    `flowchart LR\n${Array.from({ length: 20_001 }, (_, at) => `a${at}`).join('\n')}`,
    /more than 20000/,
  ],
  ['subgraphs too deep', `flowchart LR\n${'subgraph a\n'.repeat(200)}`, /levels deep/],
  ['plain text', 'A graph of nothing', /not an XML file/],
  ['Markdown of another kind', '# Title\n\n```js\nflowchart\n```', /not an XML file/],
])('%s is refused', (_, text, reason) => {
  const result = readAnything(encode(text), 'a.md');
  expect(result.ok ? '' : refusalWords(result.error)).toMatch(reason);
});

describe('our own export', () => {
  const sample = model(encode(SAMPLE)).model;
  const said = ({ diagrams }: Model) =>
    diagrams.map(({ header, shapes, lines }) => {
      const name = new Map(shapes.map((shape) => [shape.id as string, elementName(shape).trim()]));
      const at = (id: string | null): string => name.get(id ?? '') ?? '';
      return {
        header: header.trim(),
        shapes: shapes.map((shape) => `${shape.kind} ${elementName(shape).trim()}`).sort(),
        flows: lines
          .filter(
            ({ kind, source, target }) =>
              kind === 'flow' && source.element !== null && target.element !== null,
          )
          .map(
            (line) => `${at(line.source.element)} - ${at(line.target.element)}: ${elementName(line).trim()}`,
          )
          .sort(),
      };
    });

  it('comes back with its elements, names, flows and what lies in what', () => {
    for (const one of [sample, { ...sample, diagrams: [...sample.diagrams, ...sample.diagrams] }]) {
      const { bytes } = exportFormat('mermaid')?.write(one) ?? { bytes: encode('') };
      const back = imported(bytes, sample.template).model;
      expect(said(back)).toEqual(said(one));
      expect(checkInvariants(back)).toEqual([]);
    }
  });
});

it('of a text with more diagrams than are read the others are counted', () => {
  const text = Array.from(
    { length: 502 },
    (_, at) => `# Part ${at}\n\`\`\`mermaid\nflowchart LR\nA-->B\n\`\`\``,
  );
  const { diagrams, losses } = read(text.join('\n'));
  expect(diagrams).toHaveLength(500);
  expect(losses).toEqual([{ code: 'diagrams', count: 2, example: 'Part 500' }]);
});

it('whatever is written is read or refused, the same each time', () => {
  const piece = fc.constantFrom(
    'A',
    'B[x',
    '((',
    '"',
    '-->',
    '--',
    '|',
    '|t|',
    ' & ',
    '\n',
    ';',
    'subgraph S',
    'end',
    ']',
    ')',
    ':::c',
    '@{',
    '%%',
    '-.',
    '==>',
    '`',
    'class A b',
    '<br>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const bytes = encode(`flowchart LR\n${pieces.join(' ')}`);
      const { model } = imported(bytes);
      expect(checkInvariants(model)).toEqual([]);
      expect(keptOf(imported(bytes).model)).toEqual(keptOf(model));
    }),
    { numRuns: 100 },
  );
});

it.each<[string, string]>([
  ['quotes that do not end', 'A["'.repeat(20_000)],
  ['halves of links', 'A -- '.repeat(20_000)],
  ['brackets', '[[[['.repeat(20_000)],
  ['comments', '%% '.repeat(50_000)],
])('a text full of %s is read in its time', (_, text) => {
  const { diagrams } = read(`flowchart LR\n${text}`);
  expect(diagrams).toHaveLength(1);
});
