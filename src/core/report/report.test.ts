import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagramId, type Model, ZERO_GUID } from '../document/index.ts';
import { addNote, setInformation, setName, setThreatState } from '../edit/index.ts';
import {
  buildReport,
  renderCsv,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderPdf,
  threatsJson,
  threatsTable,
} from './index.ts';
import { author, html, load, NOW, ROOT, sample, textOf, withThreats } from './testing/sample.ts';

describe('the statements and their order (format 6)', () => {
  it('groups by interaction, orders groups by name without case, numbers through', () => {
    const report = buildReport(sample, { now: NOW });
    const names = report.diagrams[0]?.interactions.map((interaction) => interaction.name);
    expect(names).toEqual(['HTTP', 'HTTPS', 'HTTPS', 'HTTPS', 'Process', 'Process']);
    const numbers = report.diagrams.flatMap((d) =>
      d.interactions.flatMap((i) => i.threats.map((t) => t.number)),
    );
    expect(numbers).toEqual(sample.threats.map((_, index) => index + 1));
  });

  it('groups by the elements where another writer left the interaction key or the diagram empty', () => {
    const bare = withThreats(sample, (threat) => ({
      ...threat,
      interactionKey: '',
      diagramId: diagramId(ZERO_GUID),
    }));
    const shown = (model: Model) =>
      buildReport(model, { now: NOW }).diagrams.map(({ header, interactions }) => [
        header,
        interactions.map(({ name, threats }) => [name, threats.length]),
      ]);
    expect(shown(bare)).toEqual(shown(sample));
    expect(bare.threats[0]?.interactionKey).toBe('');
  });

  it('sorts lower case among upper case, equal names by first occurrence', () => {
    const flows = sample.diagrams[0]?.lines ?? [];
    const named = flows.reduce(
      (model, flow, index) => setName(model, flow.id, ['b', 'A', 'c', 'B', 'a', 'C'][index] ?? ''),
      sample,
    );
    const renamed = withThreats(named, (threat) => {
      const flow = flows.findIndex((candidate) => candidate.id === threat.flowId);
      const name = ['b', 'A', 'c', 'B', 'a', 'C'][flow] ?? '';
      return {
        ...threat,
        properties: threat.properties.map(([key, value]) => [
          key,
          key === 'InteractionString' ? name : value,
        ]),
      };
    });
    const names = buildReport(renamed, { now: NOW }).diagrams[0]?.interactions.map(({ name }) =>
      name.toLowerCase(),
    );
    expect(names).toEqual(['a', 'a', 'b', 'b', 'c', 'c']);
  });

  it('sorts by the names as they are stored, line breaks included (format 6.4)', () => {
    const [first, second, third] = sample.diagrams[0]?.lines ?? [];
    if (first === undefined || second === undefined || third === undefined) throw new Error('no flows');
    const named = [
      [first.id, 'query or read'],
      [second.id, 'query & config'],
      [third.id, 'query \nor write'],
    ] as const;
    const model = named.reduce((next, [id, name]) => setName(next, id, name), sample);
    const ids = new Set<string>(named.map(([id]) => id));
    const only = { ...model, threats: model.threats.filter(({ flowId }) => ids.has(flowId)) };
    const names = buildReport(only, { now: NOW }).diagrams[0]?.interactions.map(({ name }) => name);
    expect(names?.map((name) => name.replace(/\s+/g, ' '))).toEqual([
      'query or write',
      'query & config',
      'query or read',
    ]);
  });

  it('tells interactions of one name apart in the contents, and nowhere else', () => {
    const page = html(sample);
    const nav = textOf(page.slice(page.indexOf('<nav'), page.indexOf('</nav>')));
    expect(nav).toContain('HTTPS (Secret → Image)');
    expect(nav).not.toContain('HTTP (');
    expect(page.match(/<h3[^>]*>Interaction: HTTPS<\/h3>/g)).toHaveLength(3);
  });

  it('counts states in the fixed order, migrated ones by their mark', () => {
    const keys = sample.threats.slice(0, 3).map((threat) => threat.key);
    const changed = withThreats(setThreatState(sample, keys, 'Mitigated', author), (threat, index) => ({
      ...threat,
      upgraded: index < 2,
      state: index === 5 ? 'Deferred' : threat.state,
    }));
    expect(buildReport(changed, { now: NOW }).summary.map(({ label, count }) => [label, count])).toEqual([
      ['Not Started', 16],
      ['Not Applicable', 0],
      ['Needs Investigation', 0],
      ['Mitigation Implemented', 3],
      ['Total', 20],
      ['Total Migrated', 2],
    ]);
  });

  it('shows rows without a value, trims cells, says when there is no justification', () => {
    const first = withThreats(sample, (threat, index) =>
      index > 0
        ? threat
        : {
            ...threat,
            properties: threat.properties
              .filter(([name]) => name !== 'ActionItems')
              .map(([name, value]) => [name, name === 'UserThreatDescription' ? '  padded  ' : value]),
          },
    );
    const rows = buildReport(first, { now: NOW }).diagrams[0]?.interactions[0]?.threats[0]?.rows;
    expect(rows?.map(({ label }) => label)).toEqual([
      'Category',
      'Description',
      'Justification',
      'Action Items',
      'Comments',
      'References',
    ]);
    expect(rows?.[1]?.value).toBe('padded');
    expect(rows?.[2]).toMatchObject({ value: '', whenEmpty: '<no mitigation provided>' });
    expect(rows?.[3]?.value).toBe('');
  });

  it('prints the priority member, not the property', () => {
    const odd = withThreats(sample, (threat) => ({ ...threat, priority: 'Low' }));
    expect(html(odd).match(/\[Priority: Low\]/g)).toHaveLength(20);
  });

  it('shows notes only when there are some, messages and stale threats in their places', () => {
    expect(html(sample)).not.toContain('Notes:');
    const noted = addNote(sample, 'Ask <them>', author);
    const stale = new Set(sample.threats.slice(0, 1).map((threat) => threat.key));
    const page = renderHtml(
      buildReport(noted, {
        now: NOW,
        stale,
        messages: [{ severity: 'warning', code: 'free-end', text: 'A free end' }],
      }),
    );
    expect(textOf(page)).toMatch(
      /Notes:\s[\s\S]*Ask <them>[\s\S]*Messages:\s[\s\S]*A free end[\s\S]*Threat Model Summary/,
    );
    expect(page.match(/no longer generated/g)).toHaveLength(1);
  });

  it('keeps threats of deleted flows and diagrams', () => {
    const bare: Model = {
      ...sample,
      diagrams: sample.diagrams.map((diagram) => ({ ...diagram, lines: [] })),
    };
    expect(textOf(html(bare))).toContain('The data flow was deleted.');
    expect(html(bare).match(/<h3[^>]*>Interaction: (?!Deleted<)/g)).toBeNull();
    const none: Model = { ...sample, diagrams: [] };
    expect(buildReport(none, { now: NOW }).diagrams.map(({ header }) => header)).toEqual(['Deleted diagram']);
  });

  it('calls the interaction of a threat that no longer follows Deleted in every format', () => {
    const [first] = sample.threats;
    if (first === undefined) throw new Error('No threat');
    const stale = new Set([first.key]);
    const report = buildReport(sample, { now: NOW, stale });
    expect(textOf(renderHtml(report)).match(/\[Interaction: Deleted\]/g)).toHaveLength(1);
    expect(renderMarkdown(report).match(/Interaction: Deleted/g)).toHaveLength(1);
    expect(renderCsv(report).match(/,Deleted,/g)).toHaveLength(1);
    expect(renderJson(report).match(/"interaction": "Deleted"/g)).toHaveLength(1);
    expect(threatsJson(sample, 'x', stale).match(/"name": "Deleted"/g)).toHaveLength(1);
    expect(threatsTable(sample, 'csv', stale).match(/,Deleted,/g)).toHaveLength(1);
    expect(report.diagrams[0]?.interactions.map(({ name }) => name)).not.toContain('Deleted');
  });

  it('lists several diagrams in their order, each with its own threats', () => {
    const [first] = sample.diagrams;
    if (first === undefined) throw new Error('The sample has no diagram');
    const two: Model = {
      ...sample,
      diagrams: [{ ...first, id: 'other' as typeof first.id, header: 'Empty' }, first],
    };
    const report = buildReport(two, { now: NOW });
    expect(report.diagrams.map(({ header, interactions }) => [header, interactions.length])).toEqual([
      ['Empty', 0],
      ['Docker Sample', 6],
    ]);
  });
});

/** A PNG of one clear pixel. */

describe('other writers', () => {
  it('PDF: a document with pages, its title and searchable text, also for names in any script', async () => {
    const named = setInformation(sample, 'name', 'Contêiner Контейнер 容器 🐳');
    const bytes = await renderPdf(buildReport(named, { now: NOW }));
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.startsWith('%PDF-1.')).toBe(true);
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
    expect((text.match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThan(3);
    expect(text).toContain('/Outlines');
    expect(text).toContain('/ToUnicode');
  });

  it('JSON says the same statements', () => {
    const { diagrams, summary } = JSON.parse(renderJson(buildReport(sample, { now: NOW })));
    expect(summary['Total']).toBe(20);
    expect(diagrams[0].interactions[0].threats[0]).toMatchObject({
      number: 1,
      state: 'Not Started',
      priority: 'High',
    });
  });

  it('JSON loses no row to another one of the same label', () => {
    const { datums, ...rest } = sample.template.threatMetadata;
    const [some] = datums;
    if (some === undefined) throw new Error('No metadata');
    const added = ['a', 'b', 'c'].map((name, index) => ({
      ...some,
      name,
      label: ['Description', 'state', 'state'][index] ?? '',
      hideFromUi: false,
    }));
    const model = withThreats(
      {
        ...sample,
        template: { ...sample.template, threatMetadata: { ...rest, datums: [...datums, ...added] } },
      },
      (threat) => ({
        ...threat,
        properties: [...threat.properties, ['a', 'A'], ['b', 'B'], ['c', 'C']] as const,
      }),
    );
    const { diagrams } = JSON.parse(renderJson(buildReport(model, { now: NOW })));
    const [threat] = diagrams[0].interactions[0].threats;
    expect(threat).toMatchObject({
      state: 'Not Started',
      'Description (2)': 'A',
      'state (2)': 'B',
      'state (3)': 'C',
    });
    expect(threat['Description']).not.toBe('A');
  });

  it('threats for programs keep the stored state and key', () => {
    const { threats } = JSON.parse(threatsJson(sample, 'x.tm7', new Set()));
    expect(threats.map((threat: { key: string }) => threat.key)).toEqual(
      sample.threats.map((threat) => threat.key),
    );
  });

  it('the table is one line per threat and carries no control characters', () => {
    const odd = withThreats(sample, (threat) => ({ ...threat, priority: 'Hi\u001b[31mgh\nx' }));
    const lines = threatsTable(odd, 'table', new Set()).trimEnd().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
  });
});

const SHARED = path.join(ROOT, '..', 'shared');
const CHECK = path.join(SHARED, 'tools', 'report_check.py');
const hasPython = ((): boolean => {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const canCheck = existsSync(CHECK) && hasPython;
if (!canCheck)
  console.warn(
    'SKIPPED: reports against those of the Windows tool, because ../shared or python3 is not there',
  );

describe.runIf(canCheck)('the reports of the Windows tool', () => {
  it.each([
    ['seed/docker_sample.tm7', undefined],
    ['corpus/models/sveltekit-aspire.tm7', 'corpus/models/sveltekit-aspire.report.htm'],
  ])('%s: every fact is the same in the same order', (file, reference) => {
    const target = path.join(mkdtempSync(path.join(tmpdir(), 'trustline-report-')), 'report.html');
    writeFileSync(target, html(load(path.join(SHARED, file))));
    const words = [CHECK, target, ...(reference === undefined ? [] : [path.join(SHARED, reference)])];
    expect(execFileSync('python3', words, { encoding: 'utf8' })).toMatch(/, 0 differences/);
  });
});
