import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Model, OUT_OF_SCOPE, REASON_OUT_OF_SCOPE } from '../document/index.ts';
import { setName, setThreatPriority, setThreatState } from '../edit/index.ts';
import { SEARCH_SCRIPT } from './html-search.ts';
import {
  buildReport,
  DEFAULT_CHOICES,
  markdownPictures,
  type ReportChoices,
  renderCsv,
  renderHtml,
  renderMarkdown,
  renderPdf,
} from './index.ts';
import { handledText } from './overview.ts';
import { readPdf } from './testing/read-pdf.ts';
import { author, NOW, sample, textOf, withThreats } from './testing/sample.ts';

const keys = sample.threats.map(({ key }) => key);
const worked = setThreatPriority(
  setThreatState(
    setThreatState(sample, keys.slice(0, 4), 'Mitigated', author),
    keys.slice(4, 5),
    'NeedsInvestigation',
    author,
  ),
  keys.slice(5, 8),
  'Low',
  author,
);
const reportOf = (model: Model, choices: Partial<ReportChoices> = {}) =>
  buildReport(model, { now: NOW, choices: { ...DEFAULT_CHOICES, ...choices } });
const shown = (model: Model, choices: Partial<ReportChoices> = {}): string =>
  textOf(renderHtml(reportOf(model, choices)));
const threatsIn = (report: ReturnType<typeof reportOf>) =>
  report.diagrams.flatMap(({ interactions }) => interactions.flatMap(({ threats }) => threats));

describe('the overview', () => {
  it('counts what is decided, and puts the gravest open threats first', () => {
    const { overview } = reportOf(worked);
    expect(overview).toMatchObject({ total: 20, handled: 4, open: 16 });
    expect(overview?.states.map(({ count }) => count)).toEqual([15, 0, 1, 4]);
    expect(overview?.states.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    const sums = overview?.matrix.rows.map(({ priority, total }) => [priority, total]);
    expect(sums).toEqual([
      ['High', 17],
      ['Low', 3],
    ]);
    const places = overview?.top.map(({ threat }) => threat.priority) ?? [];
    expect(places).toHaveLength(10);
    expect(places).toEqual([...places].sort());
  });

  it.each([
    [0, 0, '0 of 0 threats are handled, 0 are open.'],
    [1000, 999, '999 of 1000 threats are handled (99%), 1 is open.'],
    [3, 3, '3 of 3 threats are handled (100%), 0 are open.'],
    [1000, 1, '1 of 1000 threats are handled (1%), 999 are open.'],
  ])('says of %i threats with %i handled: %s', (total, handled, text) => {
    const { overview } = reportOf(worked);
    if (overview === null) throw new Error('There is an overview');
    expect(handledText({ ...overview, total, handled, open: total - handled })).toBe(text);
  });

  it('says it in the same words on the page and in Markdown', () => {
    const most = withThreats(sample, (threat, index) =>
      index < 19 ? { ...threat, state: 'Mitigated' } : threat,
    );
    const text = '19 of 20 threats are handled (95%), 1 is open.';
    expect(shown(most)).toContain(text);
    expect(renderMarkdown(reportOf(most))).toContain(text);
  });

  it('names the last change by the moment, not by the clock on the wall', () => {
    const times = ['2026-01-02T09:00:00+08:00', '2026-01-02T02:00:00+00:00'];
    const changed = withThreats(sample, (threat, index) => {
      const modifiedAt = times[index];
      return modifiedAt === undefined ? threat : { ...threat, modifiedAt, changedBy: `Author ${index}` };
    });
    expect(reportOf(changed).record).toContainEqual({
      label: 'Last change of a threat',
      value: 'Changed by Author 1, 2026-01-02 02:00:00',
    });
  });

  it('stands before all else on the page, and is not in the layout of the Windows tool', () => {
    const page = shown(worked);
    expect(page.indexOf('4 of 20 threats are handled')).toBeGreaterThan(0);
    expect(page.indexOf('4 of 20 threats are handled')).toBeLessThan(page.indexOf('Threat Model Name'));
    expect(shown(worked, { layout: 'windows' })).not.toMatch(/are handled|Register|SHA-256/);
  });

  it('tells the flows without threats, and what is out of scope and why', () => {
    const [flow, other] = sample.diagrams[0]?.lines.filter(({ kind }) => kind === 'flow') ?? [];
    if (flow === undefined || other === undefined) throw new Error('No flows');
    const scoped: Model = {
      ...sample,
      threats: sample.threats.filter(({ flowId }) => flowId !== flow.id && flowId !== other.id),
      diagrams: sample.diagrams.map((diagram) => ({
        ...diagram,
        lines: diagram.lines.map((line) =>
          line.id !== other.id
            ? line
            : {
                ...line,
                properties: [
                  ...line.properties.filter(
                    ({ name }) => name !== OUT_OF_SCOPE && name !== REASON_OUT_OF_SCOPE,
                  ),
                  { kind: 'boolean' as const, displayName: 'Out Of Scope', name: OUT_OF_SCOPE, value: true },
                  {
                    kind: 'string' as const,
                    displayName: 'Reason',
                    name: REASON_OUT_OF_SCOPE,
                    value: 'another team',
                  },
                ],
              },
        ),
      })),
    };
    const { overview } = reportOf(scoped);
    expect(overview?.bare).toHaveLength(1);
    expect(overview?.scopedOut).toMatchObject([{ reason: 'another team' }]);
    expect(shown(scoped)).toContain('another team');
  });

  it('says what changed since an older model', () => {
    const older = { ...sample, threats: sample.threats.slice(2) };
    const { overview } = buildReport(worked, {
      now: NOW,
      choices: DEFAULT_CHOICES,
      since: { name: 'old.tm7', model: older },
    });
    const said = Object.fromEntries(
      overview?.changes?.statements.map(({ label, value }) => [label, value]) ?? [],
    );
    expect(said).toMatchObject({
      'New threats': '2',
      'Threats that are gone': '0',
      'Other states': '3',
      'Other priorities': '3',
      'Elements added': '0',
    });
    expect(overview?.changes?.lines.filter((line) => line.startsWith('New: '))).toHaveLength(2);
    expect(overview?.changes?.lines.join()).toContain('Not Started → Mitigation Implemented');
  });
});

describe('the threats in a report', () => {
  it('are those that were chosen, and that is said', () => {
    const report = reportOf(worked, { states: ['Mitigated'], priorities: ['high'] });
    expect(threatsIn(report)).toHaveLength(4);
    expect(shown(worked, { states: ['Mitigated'] })).toContain(
      'Shown: 4 of 20 threats (states: Mitigation Implemented)',
    );
    expect(threatsIn(reportOf(worked, { categories: ['Gossip'] }))).toHaveLength(0);
    expect(threatsIn(reportOf(worked, { diagrams: [] }))).toHaveLength(0);
    expect(threatsIn(reportOf(worked, { diagrams: ['Docker Sample'] }))).toHaveLength(20);
  });

  it('have the rows that were chosen', () => {
    const [threat] = threatsIn(reportOf(sample, { properties: ['justification', 'Comments'] }));
    expect(threat?.rows.map(({ label }) => label)).toEqual(['Justification', 'Comments']);
  });

  it.each([
    ['category', 'Category'],
    ['priority', 'Priority'],
    ['state', 'State'],
    ['type', 'Threat type'],
  ] as const)('stand by %s where that is asked for, each with its interaction', (grouping, label) => {
    const report = reportOf(worked, { grouping });
    expect(threatsIn(report)).toHaveLength(20);
    expect(threatsIn(report).every(({ rows }) => rows[0]?.label === 'Interaction')).toBe(true);
    const page = shown(worked, { grouping });
    expect(page).toContain(`${label}: `);
    expect(page).not.toContain('The data flow was deleted.');
    if (grouping === 'priority')
      expect(report.diagrams[0]?.interactions.map(({ name }) => name)).toEqual(['High', 'Low']);
  });

  it('are anchored by their own ids, also where two have the same', () => {
    const twice = withThreats(sample, (threat, index) => ({
      ...threat,
      id: index < 2 ? 7 : threat.id + 100,
    }));
    const anchors = threatsIn(reportOf(twice)).map(({ anchor }) => anchor);
    expect(new Set(anchors).size).toBe(20);
    expect(anchors).toContain('threat-7');
    expect(anchors).toContain('threat-7-2');
    const page = renderHtml(reportOf(twice));
    for (const [, to = ''] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${to}"`);
  });

  it('have the words for states that were asked for, in every part', () => {
    const page = shown(worked, { stateWords: { Mitigated: 'Done' } });
    expect(page).not.toContain('Mitigation Implemented');
    expect(page).toContain('[State: Done]');
    expect(shown(worked, { stateWords: { Mitigated: 'Done' }, layout: 'windows' })).toContain(
      '[State: Mitigation Implemented]',
    );
    const markdown = renderMarkdown(reportOf(worked, { stateWords: { Mitigated: 'Done' } }));
    expect(markdown).not.toContain('Mitigation Implemented');
  });
});

describe('the HTML for an audit', () => {
  const told = renderHtml(
    buildReport(worked, {
      now: NOW,
      choices: {
        ...DEFAULT_CHOICES,
        cover: {
          ...DEFAULT_CHOICES.cover,
          classification: 'Secret <b>',
          document: 'SEC-1',
          versions: [{ version: '1.0', date: '2026-01-01', author: 'Ann', changes: 'First' }],
          signOffs: [{ role: 'Security', name: 'Bob', date: '' }],
        },
      },
      tool: 'Trustline 1',
      file: { name: 'a.tm7', sha256: 'abc' },
    }),
  );

  it('says what it was made of and by, and who changed a threat', () => {
    const text = textOf(told);
    for (const said of ['Trustline 1', 'a.tm7', 'abc', 'SEC-1', 'First', 'Security', 'Changed by Ada, '])
      expect(text).toContain(said);
    expect(told).toContain('Secret &lt;b&gt;');
  });

  it('has the elements with their properties, and what crosses each boundary', () => {
    const text = textOf(told);
    expect(text).toContain('Elements');
    expect(text).toContain('Trust boundaries');
    expect(renderHtml(reportOf(worked, { elements: false }))).not.toContain('Trust boundaries');
  });

  it('lets the script of the search run, by its hash, and no other', () => {
    const page = renderHtml(reportOf(sample), { search: true });
    const hash = createHash('sha256').update(SEARCH_SCRIPT).digest('base64');
    expect(page).toContain(`script-src 'sha256-${hash}'`);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(told).not.toContain('<script');
    expect(told).not.toContain('script-src');
  });

  it.each([
    ['nothing', { ...sample, diagrams: [], threats: [] }],
    ['no threats', { ...sample, threats: [] }],
    ['no diagrams', { ...sample, diagrams: [] }],
    ['long names', { ...sample, information: { ...sample.information, name: 'n'.repeat(10_000) } }],
  ])('is written for a model with %s in each layout', (_, model) => {
    for (const layout of ['full', 'summary', 'windows'] as const) {
      expect(renderHtml(reportOf(model, { layout }))).toContain('</html>');
      expect(renderMarkdown(reportOf(model, { layout }))).toContain('# Threat Modeling Report');
      expect(renderCsv(reportOf(model, { layout }))).toContain('Id,');
    }
  });
});

describe('names of 10,000 letters', () => {
  const long = sample.diagrams
    .flatMap(({ shapes, lines }) => [...shapes, ...lines])
    .reduce((model, { id }, index) => setName(model, id, `${index} ${'n'.repeat(10_000)}`), sample);

  it('stand in brief where they are read at a glance, in every format', () => {
    const { overview } = reportOf(long);
    for (const { interaction } of overview?.top ?? []) expect(interaction.length).toBeLessThan(400);
    const short = reportOf(long, { layout: 'summary' });
    expect(shown(long, { layout: 'summary' }).length).toBeLessThan(30_000);
    expect(renderMarkdown(short).length).toBeLessThan(30_000);
    expect(renderHtml(reportOf(long))).toContain('n'.repeat(10_000));
  });

  it('do not make the register longer than it has to be', async () => {
    const { pages } = readPdf(await renderPdf(reportOf(long, { layout: 'summary' })));
    expect(pages.length).toBeLessThan(10);
  });
});

describe('the Markdown', () => {
  const markdown = (choices: Partial<ReportChoices>) => renderMarkdown(reportOf(worked, choices));

  it('has the summary and the register, whose links lead to threats', () => {
    const text = markdown({});
    expect(text.indexOf('## Summary')).toBeLessThan(text.indexOf('## Register'));
    const links = [...text.matchAll(/\]\(#([\w-]+)\)/g)].map(([, to]) => to);
    expect(links.length).toBeGreaterThan(20);
    for (const to of links) expect(text).toContain(`<a id="${to}"></a>`);
    expect(markdown({ layout: 'windows' })).not.toContain('## Register');
    expect(markdown({ layout: 'summary' })).not.toContain('## Diagram');
  });

  it('has the pictures of the diagrams in the text or as files', () => {
    expect(markdown({})).not.toContain('![');
    const [, inText = ''] =
      /!\[Diagram\]\(<data:image\/svg\+xml;base64,([^>]+)>\)/.exec(
        markdown({ markdownPictures: 'inline' }),
      ) ?? [];
    expect(Buffer.from(inText, 'base64').toString('utf8')).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
    const report = reportOf(worked, { markdownPictures: 'files' });
    expect(renderMarkdown(report, { folder: 'x' })).toContain('![Diagram](<x/diagram-1.svg>)');
    expect([...markdownPictures(report).values()].map(({ name }) => name)).toEqual(['diagram-1.svg']);
  });
});
