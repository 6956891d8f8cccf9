import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readModel, writeModel } from '../codec/index.ts';
import { checkInvariants, type Model, type RiskId, riskDatums, rowDatums } from '../document/index.ts';
import { countingGuids } from '../document/testing/template.ts';
import { renderReport, reportOf } from '../session/index.ts';
import { compileQuery, fieldsOf, threatItems } from '../threat-list/index.ts';
import { risksInUse, setRiskProperties, setThreatProperty } from './index.ts';

const bytes = readFileSync('templates/docker-sample.tm7');
const load = (from: Uint8Array): Model => {
  const read = readModel(from);
  if (!read.ok) throw new Error('The sample cannot be read');
  return read.value.model;
};
const model = load(bytes);
const author = { name: 'Ann', now: '2026-11-27T10:00:00+01:00' };
const wanted = new Set<RiskId>(['impact', 'owner', 'likelihood']);
const text = (file: Uint8Array): string => new TextDecoder().decode(file);

describe('properties of risks', () => {
  const risky = setRiskProperties(model, wanted, countingGuids());
  const [key] = model.threats.map((threat) => threat.key);
  const said = setThreatProperty(risky, key === undefined ? [] : [key], 'RiskOwner', 'Ann', author);

  it('stand behind those of the template, and nothing else changes', () => {
    expect(checkInvariants(risky)).toEqual([]);
    const before = rowDatums(model.template);
    expect(rowDatums(risky.template).slice(0, before.length)).toEqual(before);
    expect([...riskDatums(risky.template).keys()]).toEqual(['owner', 'likelihood', 'impact']);
    expect(risky.threats).toBe(model.threats);
    expect(setRiskProperties(risky, wanted, countingGuids())).toBe(risky);
  });

  it('are in the file where the Windows tool looks for them, and come back', () => {
    const written = text(writeModel(said));
    const own =
      /<ThreatMetaDatum><Name>Risk\w+<\/Name><Label>\w+<\/Label><HideFromUI>false<\/HideFromUI><Values [^>]*>.*?<\/Values><Id>[^<]*<\/Id><AttributeType>[01]<\/AttributeType><\/ThreatMetaDatum>/g;
    expect(written.match(own)).toHaveLength(3);
    expect(written).toContain('<a:Key>RiskOwner</a:Key><a:Value>Ann</a:Value>');
    const back = load(new TextEncoder().encode(written));
    expect(back.threats[0]?.properties.at(-1)).toEqual(['RiskOwner', 'Ann']);
    expect([...riskDatums(back.template).keys()]).toEqual(['owner', 'likelihood', 'impact']);
    // But for the records' numbers the file is as it was when they are taken out again.
    const none = setRiskProperties(load(writeModel(risky)), new Set(), countingGuids());
    expect(text(writeModel(none))).toBe(text(writeModel(model)));
  });

  it('go when they are not wanted, unless a threat says something in them', () => {
    expect([...risksInUse(said)]).toEqual(['owner']);
    const after = setRiskProperties(said, new Set(['cvss']), countingGuids());
    expect([...riskDatums(after.template).keys()]).toEqual(['owner', 'cvss']);
    expect(after.threats).toBe(said.threats);
  });

  it('say no kind in files of the first generations, as nothing there does', () => {
    const { threatMetadata } = model.template;
    const datums = threatMetadata.datums.map(({ attributeType: _, ...rest }) => rest);
    const old = { ...model, template: { ...model.template, threatMetadata: { ...threatMetadata, datums } } };
    const [owner] = riskDatums(setRiskProperties(old, wanted, countingGuids()).template).values();
    expect(owner).not.toHaveProperty('attributeType');
  });

  it('are asked for by the search and in every list', async () => {
    expect(fieldsOf(said.template).names).toEqual(expect.arrayContaining(['owner', 'likelihood', 'impact']));
    const { test } = compileQuery('owner:ann', fieldsOf(said.template));
    expect(
      threatItems(said, new Set())
        .filter(test)
        .map(({ threat }) => threat.key),
    ).toEqual([key]);
    const report = reportOf(said, author.now);
    const csv = await renderReport(report, 'csv');
    expect(String(csv).split('\r\n')[0]).toContain(',Owner,Likelihood,Impact,Changed By');
    expect(await renderReport(report, 'json')).toContain('"Owner": "Ann"');
    const { unzipSync } = await import('fflate');
    const sheets = unzipSync((await renderReport(report, 'xlsx')) as Uint8Array);
    const threats = text(sheets['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    // Levels are chosen from lists, as states are.
    expect(threats).toContain('<formula1>Lists!$D$2:$D$4</formula1>');
  });
});
