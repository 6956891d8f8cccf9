import { describe, expect, it } from 'vitest';
import type { Line, Model } from '../../core/document/index.ts';
import { OUT_OF_SCOPE } from '../../core/document/index.ts';
import { model } from './testing/sample.ts';
import { type NoneReason, whyEmpty, whyNone } from './why-none.ts';

/** The reason for the first flow of the model. */
function reason(of: Model, change: (flow: Line) => Line = (flow) => flow): NoneReason {
  const [diagram] = of.diagrams;
  const flow = diagram?.lines.find(({ kind }) => kind === 'flow');
  if (diagram === undefined || flow === undefined) throw new Error('The sample has no flow');
  const changed = change(flow);
  const lines = diagram.lines.map((line) => (line === flow ? changed : line));
  return whyNone(of, { ...diagram, lines }, changed);
}

describe('whyNone', () => {
  it('a free end comes first', () => {
    const loose = (flow: Line) => ({ ...flow, target: { ...flow.target, element: null } });
    expect(reason({ ...model, threatGenerationEnabled: false }, loose)).toMatchObject({
      text: expect.stringMatching(/free/),
      wrong: 'message:free-end',
    });
  });
  it('generation is off', () => {
    expect(reason({ ...model, threatGenerationEnabled: false })).toMatchObject({
      text: expect.stringMatching(/switched off/),
      wrong: 'message:generation-off',
    });
  });
  it('no rule applies', () => {
    const template = { ...model.template, threatTypes: [] };
    expect(reason({ ...model, template })).toMatchObject({
      text: expect.stringMatching(/No rule/),
      wrong: 'message:flow-without-threats',
    });
  });
  it('they were not made yet', () => {
    expect(reason(model)).toMatchObject({
      text: expect.stringMatching(/Update threats/),
      wrong: 'message:threats-out-of-date',
    });
  });
});

/** The model without threats, its flows changed one by one. */
function emptied(change: (flow: Line, index: number) => Line | null): Model {
  const diagrams = model.diagrams.map((diagram) => ({
    ...diagram,
    lines: diagram.lines.flatMap((line, index) => {
      const next = line.kind === 'flow' ? change(line, index) : line;
      return next === null ? [] : [next];
    }),
  }));
  return { ...model, diagrams, threats: [] };
}
const free = (flow: Line): Line => ({ ...flow, target: { ...flow.target, element: null } });
const outside = (flow: Line): Line => ({
  ...flow,
  properties: [
    { kind: 'boolean', displayName: 'Out Of Scope', name: OUT_OF_SCOPE, value: true },
    ...flow.properties.filter(({ name }) => name !== OUT_OF_SCOPE),
  ],
});
const noRules = (of: Model): Model => ({ ...of, template: { ...of.template, threatTypes: [] } });

describe('whyEmpty', () => {
  it.each([
    ['no flow', emptied(() => null), /^No threats yet/, undefined],
    ['free ends', emptied(free), /^6 data flows, all with a free end/, undefined],
    ['no rule', noRules(emptied((flow) => flow)), /^6 data flows, none matches a rule/, undefined],
    ['out of scope', emptied(outside), /^6 data flows, all out of scope/, undefined],
    ['not made yet', emptied((flow) => flow), /^6 data flows, 6 of which yield/, 'update'],
    [
      'switched off',
      { ...emptied((flow) => flow), threatGenerationEnabled: false },
      /switched off/,
      'switch-on',
    ],
  ] as const)('%s', (_, of, text, remedy) => {
    const why = whyEmpty(of);
    expect(why.text).toMatch(text);
    expect(why.remedy).toBe(remedy);
    // Only where nothing is drawn there is nothing wrong.
    expect(why.wrong === undefined).toBe(/^No threats yet/.test(why.text));
  });
  it('counts each of several reasons', () => {
    let count = 0;
    const mixed = emptied((flow) => [free, outside, (same: Line) => same][count++ % 3]?.(flow) ?? flow);
    expect(whyEmpty(noRules(mixed)).text).toBe(
      '6 data flows: 2 with a free end, 2 out of scope, 2 that match no rule of this template.',
    );
  });
});
