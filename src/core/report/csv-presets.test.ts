import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { THREAT_TEXT } from '../document/index.ts';
import { setProperty } from '../edit/index.ts';
import { staleThreats } from '../engine/index.ts';
import { model, withThreats } from '../threat-list/testing/sample.ts';
import { buildReport, renderCsv, renderDefectDojoCsv, renderElementsCsv, renderWindowsCsv } from './index.ts';

/** The rows of a list by the names of its columns, as an independent reader has them. */
const rowsOf = (text: string): readonly Readonly<Record<string, string>>[] =>
  Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true })
    .data;

const reportOf = (of = model) => buildReport(of, { now: '2026-11-25 10:00:00', stale: staleThreats(of) });

const worked = withThreats(({ id, properties }) => ({
  ...(id === 1 ? { state: 'Mitigated', changedBy: 'Ann', modifiedAt: '2026-03-04T05:06:07' } : {}),
  ...(id === 2 ? { state: 'NotApplicable', priority: 'Low' } : {}),
  ...(id === 3
    ? { priority: 'Odd', properties: [...properties, [THREAT_TEXT.justification, '=cmd()'] as const] }
    : {}),
}));

describe('lists of threats', () => {
  it('of ours have the key last', () => {
    const [first] = rowsOf(renderCsv(reportOf()));
    expect(Object.entries(first ?? {}).at(-1)).toEqual(['Key', model.threats[0]?.key]);
  });

  it('for DefectDojo say severity, date, and what is still to do', () => {
    const rows = rowsOf(renderDefectDojoCsv(reportOf(worked)));
    expect(rows).toHaveLength(20);
    const of = (row: (typeof rows)[number] | undefined, ...names: readonly string[]) =>
      names.map((name) => row?.[name]);
    const names = ['Date', 'Severity', 'Active', 'Verified', 'FalsePositive'];
    expect(of(rows[0], ...names)).toEqual(['03/04/2026', 'High', 'FALSE', 'TRUE', 'FALSE']);
    expect(of(rows[1], ...names)).toEqual(['11/25/2026', 'Low', 'FALSE', 'FALSE', 'TRUE']);
    expect(of(rows[2], ...names)).toEqual(['11/25/2026', 'Info', 'TRUE', 'FALSE', 'FALSE']);
    expect(rows[1]?.['CweId']).toMatch(/^\d+$/);
    expect(new Set(rows.map((row) => row['UniqueIdFromTool'])).size).toBe(20);
    expect(rows[2]?.['Mitigation']).toMatch(/^'=cmd\(\)/);
  });

  it("in the Windows tool's form begin with its header, without a mark", () => {
    const text = renderWindowsCsv(reportOf(worked));
    expect(text).toMatch(
      /^Id,Title,Category,Diagram,Interaction,Priority,State,Changed By,Description,Justification,/,
    );
    const rows = rowsOf(text);
    expect(rows.map((row) => Number(row['Id']))).toEqual(
      model.threats.map(({ id }) => id).sort((a, b) => a - b),
    );
    expect([rows[0]?.['State'], rows[1]?.['State'], rows[2]?.['State']]).toEqual([
      'Mitigated',
      'Not Applicable',
      'Not Started',
    ]);
    expect([rows[0]?.['Last Modified'], rows[1]?.['Last Modified']]).toEqual([
      '2026-03-04T05:06:07',
      'Generated',
    ]);
  });
});

it('the list of elements has each with its place, what it crosses, and its properties', () => {
  const [diagram] = model.diagrams;
  const container = diagram?.shapes.find(({ properties }) =>
    properties.some((one) => one.kind === 'string' && one.value === 'Container'),
  );
  const property = container?.properties.find((one) => one.kind === 'list');
  if (diagram === undefined || container === undefined || property?.kind !== 'list')
    throw new Error('no container');
  const rows = rowsOf(renderElementsCsv(reportOf(setProperty(model, [container.id], property.name, 1))));
  expect(rows).toHaveLength(diagram.shapes.length + diagram.lines.length);
  const row = rows.find(({ Name }) => Name === 'Container');
  expect(row).toMatchObject({ Kind: 'Element', Inside: 'Network Boundary, Docker Boundary' });
  expect(row?.[property.displayName]).toBe(property.values[1]);
  const http = rows.find(({ Name, Kind }) => Name === 'HTTP' && Kind === 'Data flow');
  expect(http).toMatchObject({ Source: 'User', Target: 'Container' });
  expect(http?.['Crosses']?.split(', ').sort()).toEqual(['Docker Boundary', 'Network Boundary']);
});
