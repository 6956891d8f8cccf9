import { describe, expect, it } from 'vitest';
import {
  diagramId,
  elementId,
  elementName,
  liesInBox,
  type Model,
  propertyText,
  THREAT_TEXT,
  threatProperty,
} from '../../document/index.ts';
import { type ExportAnswers, exportFormat, exportFormatOfName } from '../index.ts';
import type { Json } from '../json.ts';
import { base, control, json, named } from '../testing/bom.ts';
import { decode, encode, model, own, SAMPLE } from '../testing/files.ts';
import { imported, keptOf } from '../testing/foreign.ts';

const only = ({ diagrams: [diagram] }: Model) => {
  if (diagram === undefined) throw new Error('There is no diagram');
  return diagram;
};
const guidOf = (at: number, of: number): string =>
  `00000000-0000-4000-9000-${String(at * 10 + of).padStart(12, '0')}`;

describe("a model of OWASP's library is written", () => {
  const sample = model(encode(SAMPLE)).model;
  const web = model(own('web-application-triaged.tm7')).model;
  const file = (of = sample) => JSON.parse(decode(exportFormat('tm-bom')?.write(of).bytes ?? encode('')));

  it('with a control for each threat, boundaries where flows cross, and names of the plain sort', () => {
    const { threats, controls, trust_boundaries, trust_zones, actors, components, data_stores, data_flows } =
      file();
    expect(threats).toHaveLength(sample.threats.length);
    expect(controls).toHaveLength(sample.threats.length);
    expect(trust_boundaries.length).toBeGreaterThan(0);
    const zones = new Set(trust_zones.map((zone: { symbolic_name: string }) => zone.symbolic_name));
    const all = [...actors, ...components, ...data_stores];
    for (const one of all) expect(zones.has(one.trust_zone)).toBe(true);
    const names = [...all, ...trust_zones, ...data_flows, ...threats, ...controls].map(
      (one) => one.symbolic_name,
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[0-9a-z-]+$/.test(name))).toBe(true);
  });

  it('and what was changed, added and taken away in another program holds', () => {
    const changed = file();
    changed.controls[0].status = 'wont_do';
    changed.components[0].title = 'Renamed';
    changed.components.push(named('new', { trust_zone: changed.components[0].trust_zone }));
    const gone = changed.data_flows.pop();
    const back = imported(encode(JSON.stringify(changed)), sample.template).model;
    const names = only(back).shapes.map(elementName);
    expect(names).toContain('Renamed');
    expect(names).toContain('NEW');
    expect(only(back).lines).toHaveLength(only(sample).lines.length - 1);
    expect(only(back).lines.map(elementName)).not.toContain(gone.symbolic_name);
    const number = Number(changed.threats[0].symbolic_name.replace('threat-', ''));
    expect(back.threats.find(({ id }) => id === number)?.state).toBe('NotApplicable');
  });

  it('and what was edited in its own members in another program holds, beside our own facts', () => {
    const changed = file(web);
    const [store] = changed.data_stores;
    Object.assign(store, { description: 'Tables', vendor: 'ACME', type: 'graph' });
    const [flow] = changed.data_flows;
    flow.encrypted = !flow.encrypted;
    changed.assumptions = [{ description: 'All is well', validity: 'confirmed' }];
    changed.scope.tier = 'mission_critical';
    changed.risks = [named('r', { threats: [], impact: 'severe' })];
    changed.data_sets = [named('cards', { placements: [{ data_store: store.symbolic_name }] })];
    changed.threats[0].event = 'It happens';
    changed.controls.unshift({ ...control('active', [changed.threats[0].symbolic_name]), title: 'Wall' });
    changed.diagrams[0].title = 'Another name';
    const ours = changed.extensions['trustline.invalid/tmt/v1'];
    ours.notes = ['Ours'];
    const back = imported(encode(JSON.stringify(changed)), web.template).model;
    const element = only(back).shapes.find(({ id }) => id === ours.named[store.symbolic_name].id);
    const line = only(back).lines.find(({ id }) => id === ours.named[flow.symbolic_name].id);
    const facts = (of: typeof element | typeof line) =>
      of?.properties.map((one) => `${one.displayName}=${propertyText(one) ?? ''}`);
    for (const fact of ['Description=Tables', 'Vendor=ACME', 'Type=graph', 'Data=CARDS'])
      expect(facts(element)).toContain(fact);
    expect(facts(line)?.join()).toMatch(
      flow.encrypted ? /Encrypted=true|Confidentiality=Yes/ : /=(No|false)/,
    );
    expect(back.information.assumptions).toBe('All is well (confirmed)');
    expect(only(back).header).toBe('Another name');
    const notes = back.notes.map(({ message }) => message);
    expect(notes.map((note) => note.split('\n')[0])).toEqual([
      'Ours',
      'TM-BOM scope',
      'Data set: CARDS',
      'Risk: R',
    ]);
    expect(notes[1]).toMatch(/\nTier: mission_critical$/);
    const number = Number(changed.threats[0].symbolic_name.replace('threat-', ''));
    const found = back.threats.find(({ id }) => id === number);
    expect(found && threatProperty(found, THREAT_TEXT.short)).toBe('It happens');
    expect(found && threatProperty(found, THREAT_TEXT.description)).toMatch(/\nControl: Wall \(active\)$/);
    expect(found?.state).toBe(web.threats.find(({ id }) => id === number)?.state);
  });

  it('and a component that others were put into is a boundary with that component in it', () => {
    const changed = file();
    const isEnd = ({ symbolic_name }: { symbolic_name: string }): boolean =>
      changed.data_flows.some((one: Json) => JSON.stringify(one).includes(`"object":"${symbolic_name}"`));
    const holder = changed.components.find(isEnd);
    changed.components.push(named('new', { parent_component: holder.symbolic_name }));
    const { nodes } = imported(encode(JSON.stringify(changed)), sample.template).draft.diagrams[0] ?? {};
    const type = only(sample).shapes.find((shape) => elementName(shape) === holder.title)?.typeId;
    expect(nodes?.filter(({ name }) => name === holder.title).map((one) => [one.role, one.type])).toEqual([
      ['borderBoundary', undefined],
      ['process', type],
    ]);
  });

  it('and a control that was taken away in another program is gone, a risk without a name none of ours', () => {
    const changed = file(web);
    const justified = web.threats.find((one) => threatProperty(one, THREAT_TEXT.justification));
    const name = `threat-${justified?.id}`;
    changed.controls = changed.controls.filter(({ threats }: { threats: string[] }) => threats[0] !== name);
    const impact = justified?.priority === 'Low' ? 'severe' : 'minor';
    changed.risks = [{ title: 'R', likelihood: 'possible', impact, threats: [name] }];
    const back = imported(encode(JSON.stringify(changed)), web.template).model;
    const found = back.threats.find(({ id }) => id === justified?.id);
    expect(found && threatProperty(found, THREAT_TEXT.justification)).toBe('');
    expect(found).toMatchObject({ state: justified?.state, priority: justified?.priority });
    expect(back.notes.some(({ message }) => message.startsWith('Risk: R\n'))).toBe(true);
  });

  it('and diagrams that got other names have them, not those that were put into another order', () => {
    const second = { ...only(sample), id: diagramId('00000000-0000-4000-8000-000000000002') };
    const two = { ...sample, threats: [], diagrams: [only(sample), { ...second, shapes: [], lines: [] }] };
    /** The headers that come back where the file says these titles. */
    const read = (headers: readonly string[], titles: readonly string[]) => {
      const diagrams = two.diagrams.map((one, at) => ({ ...one, header: headers[at] ?? '' }));
      const changed = file({ ...two, diagrams });
      titles.forEach((title, at) => {
        changed.diagrams[at].title = title;
      });
      return imported(encode(JSON.stringify(changed)), sample.template).model.diagrams.map(
        (one) => one.header,
      );
    };
    expect(read(['One', 'Two'], ['Two', 'One'])).toEqual(['One', 'Two']);
    expect(read(['One', 'Two'], ['One', 'Three'])).toEqual(['One', 'Three']);
    // Names that another diagram has or had are names, too.
    expect(read(['One', 'One'], ['One', 'Two'])).toEqual(['One', 'Two']);
    expect(read(['One', 'Two'], ['Two', 'Three'])).toEqual(['Two', 'Three']);
    expect(read([' One ', 'Two'], ['One', ''])).toEqual([' One ', 'Two']);
  });

  it('and what was put into another zone in another program lies there', () => {
    const changed = file();
    const [first, second] = changed.trust_zones;
    const moved = changed.components.find((one: { trust_zone: string }) => one.trust_zone !== 'outside');
    const into = moved.trust_zone === first.symbolic_name ? second : first;
    moved.trust_zone = into.symbolic_name;
    const back = imported(encode(JSON.stringify(changed)), sample.template).model;
    const { named: ours } = changed.extensions['trustline.invalid/tmt/v1'];
    const at = (name: string) => only(back).shapes.find(({ id }) => id === ours[name].id);
    const [element, zone] = [at(moved.symbolic_name), at(into.symbolic_name)];
    expect(element && zone && liesInBox(element, zone)).toBe(true);
  });

  it('with all of its diagrams, however many, and flows between two of them told', () => {
    const [diagram] = sample.diagrams;
    if (diagram === undefined) throw new Error('The sample has no diagram');
    const many = Array.from({ length: 120 }, (_, at) => ({
      ...diagram,
      id: diagramId(`00000000-0000-4000-8000-${String(at).padStart(12, '0')}`),
      lines: [],
      shapes: diagram.shapes.slice(-2).map((one, of) => ({ ...one, id: elementId(guidOf(at, of)) })),
    }));
    const bytes = exportFormat('tm-bom')?.write({ ...sample, diagrams: many, threats: [] }).bytes;
    const changed = JSON.parse(decode(bytes ?? encode('')));
    const read = imported(encode(JSON.stringify(changed)), sample.template);
    expect(read.model.diagrams.map(({ shapes }) => shapes.length)).toEqual(many.map(() => 2));
    const all = [...changed.components, ...changed.actors, ...changed.data_stores];
    const end = (one: { symbolic_name: string }) => ({ type: 'x', object: one.symbolic_name });
    changed.data_flows = [named('f', { source: end(all[0]), destination: end(all.at(-1)) })];
    const { losses } = imported(encode(JSON.stringify(changed)), sample.template);
    expect(losses.find(({ code }) => code === 'no-end')).toMatchObject({ count: 1, example: 'F' });
  });

  const written = (of: Model, answers: ExportAnswers = {}) => {
    const found = exportFormat('tm-bom')?.write(of, answers);
    if (found === undefined) throw new Error('There is no such format');
    return { ...found, file: JSON.parse(decode(found.bytes)) };
  };

  it('with the scope that the model says, that a person chooses, or a default that is told', () => {
    const isTold = ({ losses }: ReturnType<typeof written>): boolean =>
      losses.some(({ code }) => code === 'scope-defaults');
    expect(written(sample).file.scope).toMatchObject({ tier: 'important', data_sensitivity: ['op'] });
    expect(isTold(written(sample))).toBe(true);
    // A file of another program says it, and the model keeps it.
    const foreign = imported(json()).model;
    expect(foreign.notes[0]?.message.split('\n')[0]).toBe('TM-BOM scope');
    expect(written(foreign).file.scope).toEqual(base.scope);
    expect(isTold(written(foreign))).toBe(false);
    const answers = { tier: ['non_critical'], data_sensitivity: [], exposure: ['odd'] };
    const chosen = written(foreign, answers);
    expect(chosen.file.scope).toEqual({ ...base.scope, tier: 'non_critical', data_sensitivity: [] });
    const note = exportFormat('tm-bom')?.noteToKeep?.(foreign, answers);
    expect(note).toBe(
      'TM-BOM scope\nBusiness criticality: low\nData sensitivity: none\nExposure: external\nTier: non_critical',
    );
    const kept = {
      ...foreign,
      notes: foreign.notes.map((one, at) =>
        at > 0 ? one : { ...one, message: `${note}`.replaceAll('\n', '\r\n') },
      ),
    };
    expect(written(kept).file.scope).toEqual(chosen.file.scope);
    expect(exportFormat('tm-bom')?.noteToKeep?.(kept, answers)).toBeNull();
    for (const of of [foreign, kept])
      expect(imported(written(of).bytes).model.notes[0]?.message).toBe(of.notes[0]?.message);
    // Chosen for the file alone it comes back with that.
    expect(imported(chosen.bytes).model.notes.map(({ message }) => message)).toContain(note);
  });

  it('with a risk for each threat where that is wanted, which comes back as its priority', () => {
    expect(written(sample).file.risks).toBeUndefined();
    const { file: all, bytes } = written(sample, { risks: ['with'] });
    expect(all.risks).toHaveLength(sample.threats.length);
    const scores = new Set(all.risks.map((one: Json) => `${one['impact']} ${one['score']} ${one['level']}`));
    const known = [
      'severe 15 very_high',
      'major 12 high',
      'moderate 9 medium',
      'minor 6 medium',
      'negligible 3 low',
    ];
    expect([...scores].filter((one) => !known.includes(`${one}`))).toEqual([]);
    expect(keptOf(imported(bytes, sample.template).model)).toEqual(keptOf(sample));
    expect(imported(bytes, sample.template).model.notes).toHaveLength(sample.notes.length);
    const [risk] = all.risks;
    const number = Number(risk.threats[0].replace('threat-', ''));
    const rated = (impact: string) => {
      risk.impact = impact;
      const back = imported(encode(JSON.stringify(all)), sample.template).model;
      return back.threats.find(({ id }) => id === number)?.priority;
    };
    expect(['minor', 'major', 'negligible'].map(rated)).toEqual(['Low', 'High', 'Low']);
  });

  it('under its ending', () => {
    expect(['a.tmbom.json', 'a.json'].map((name) => exportFormatOfName(name)?.id)).toEqual([
      'tm-bom',
      'threat-dragon',
    ]);
  });
});
