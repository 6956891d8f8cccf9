import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findElementType, type Template, typeId } from '../document/index.ts';
import { mappedPlan, type Plan, planDraft, readForeign, readTemplate, typesOfRole } from './index.ts';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const read = readTemplate(new Uint8Array(readFileSync(path.join(ROOT, 'templates', 'stride-core.tb7'))));
if (!read.ok) throw new Error('no template');
const template: Template = read.value.template;

const cell = (id: number, style: string, value: string): string =>
  `<mxCell id="c${id}" value="${value}" style="${style}" vertex="1" parent="1"><mxGeometry x="${id * 150}" y="40" width="100" height="60" as="geometry"/></mxCell>`;

/** Two plain boxes, of which words say that one is a store; a cloud; an arrow. */
function plan(): Plan {
  const text = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cell(1, 'shape=chip', 'Orders database')}${cell(2, 'shape=chip', 'Billing')}${cell(3, 'shape=cloud', '')}<mxCell id="e" style="" edge="1" parent="1" source="c1" target="c2"><mxGeometry relative="1" as="geometry"/></mxCell></root></mxGraphModel>`;
  const found = readForeign(new TextEncoder().encode(text));
  if (!found.ok) throw new Error(found.error.cause);
  return planDraft(found.value.draft, template);
}

const rows = (one: Plan) => one.kinds.map(({ kind, found, as, type }) => `${found}:${kind} ${as} ${type}`);

describe('what was chosen for kinds', () => {
  it('holds for the kind, or only for those found to be of a role', () => {
    const before = rows(plan());
    expect(before).toEqual([
      'store:chip store GE.DS',
      'unknown:chip process GE.P',
      'unknown:cloud ignored null',
      'flow:connector flow GE.DF',
    ]);
    const all = mappedPlan(plan(), template, { chip: { as: 'external' } });
    expect(rows(all.plan).slice(0, 2)).toEqual(['store:chip external GE.EI', 'unknown:chip external GE.EI']);
    const one = mappedPlan(plan(), template, {
      'unknown:chip': { as: 'external' },
      chip: { as: 'annotation' },
    });
    expect(rows(one.plan).slice(0, 2)).toEqual(['store:chip annotation GE.A', 'unknown:chip external GE.EI']);
    expect(one.faults).toEqual([]);
  });

  it.each([
    [{ chip: 'external' }, 'no-object'],
    [{ chip: null }, 'no-object'],
    [{ chip: { as: 'wizard' } }, 'no-role'],
    [{ chip: { as: 'flow' } }, 'other-shape'],
    [{ connector: { as: 'store' } }, 'other-shape'],
    [{ cloud: { as: 'process', type: 'GE.DF' } }, 'drawn-otherwise'],
  ])('is told where it does not hold, and left out: %j', (choices, cause) => {
    const { plan: mapped, faults } = mappedPlan(plan(), template, choices);
    expect(rows(mapped)).toEqual(rows(plan()));
    expect(new Set(faults.map((fault) => fault.cause))).toEqual(new Set([cause]));
  });

  it('keeps the role where the template does not have the type', () => {
    const { plan: mapped, faults } = mappedPlan(plan(), template, {
      'unknown:cloud': { as: 'external', type: 'SE.EI.Of.Another.Template' },
    });
    expect(rows(mapped)[2]).toBe('unknown:cloud external GE.EI');
    expect(faults).toMatchObject([{ cause: 'no-type', value: 'SE.EI.Of.Another.Template' }]);
  });

  it('asks nothing of what every object has', () => {
    expect(
      mappedPlan(plan(), template, JSON.parse('{"__proto__": {"chip": {"as": "store"}}}')).faults,
    ).toEqual([]);
  });
});

describe('the types of a role', () => {
  it('begin with the topmost one, and no type is offered for two roles', () => {
    const roles = ['process', 'external', 'store', 'borderBoundary', 'flow', 'lineBoundary'] as const;
    const all = roles.flatMap((role) => typesOfRole(template, role).map(({ id }) => id));
    expect(new Set(all).size).toBe(all.length);
    expect(roles.map((role) => typesOfRole(template, role)[0]?.id)).toEqual(
      ['GE.P', 'GE.EI', 'GE.DS', 'GE.TB.B', 'GE.DF', 'GE.TB.L'].map(typeId),
    );
    const shown = [...template.standardElements, ...template.genericElements].filter(({ hidden }) => !hidden);
    const missing = shown.filter(({ id }) => !all.includes(id));
    expect(missing.map(({ id }) => findElementType(template, id)?.representation)).toEqual(
      missing.map(() => 'Annotation'),
    );
  });
});
