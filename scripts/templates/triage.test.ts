import { describe, expect, it } from 'vitest';
import { threatProperty } from '../../src/core/document/index.ts';
import { regenerate } from '../../src/core/engine/index.ts';
import { dockerSample } from '../../templates/samples/docker-sample.ts';
import { templates } from '../../templates/sources.ts';
import { compileSource } from './compile.ts';
import type { AnswerSource, TriagedSource } from './format.ts';
import { drawSample } from './sample.ts';
import { triage } from './triage.ts';

const source = templates.find(({ key }) => key === dockerSample.template);
if (source === undefined) throw new Error('The Docker Sample has a template.');
const icons = new Map(
  [...source.genericStencils, ...source.standardStencils].map(({ icon = '' }) => [icon, '']),
);
const model = regenerate(drawSample(dockerSample, compileSource(source, icons)));
const types = [...new Set(model.threats.map(({ typeId }) => typeId))];

const answer = (threat: string, more: Partial<AnswerSource> = {}): AnswerSource => ({
  threat,
  state: 'Mitigated',
  justification: 'Done.',
  ...more,
});
const all = types.map((type) => answer(type));
const triaged = (answers: readonly AnswerSource[]): TriagedSource => ({
  key: 'answered',
  sample: dockerSample.key,
  title: 'Answered',
  line: '',
  reviewer: 'A. Reviewer',
  reviewedAt: '2026-11-20T10:00:00',
  answers,
});
const answered = (answers: readonly AnswerSource[]) => triage(model, dockerSample, triaged(answers));

describe('triage', () => {
  it('answers every threat, and says who did and when', () => {
    const made = answered(all);
    expect(made.information.name).toBe('Answered');
    expect(made.threats).toHaveLength(model.threats.length);
    for (const threat of made.threats) {
      expect(threat.state).toBe('Mitigated');
      expect(threatProperty(threat, 'StateInformation')).toBe('Done.');
      expect([threat.changedBy, threat.modifiedAt]).toEqual(['A. Reviewer', '2026-11-20T10:00:00']);
    }
  });

  it('prefers an answer that names the flow', () => {
    const [type = ''] = types;
    const own = answer(type, { flows: ['user-container'], state: 'NotApplicable', priority: 'Low' });
    const changed = answered([...all, own]).threats.filter(({ state }) => state === 'NotApplicable');
    expect(changed.map(({ priority }) => priority)).toEqual(['Low']);
  });

  it.each([
    ['a threat without an answer', all.slice(1), / has 0 answers/],
    ['two answers to one', [...all, answer(types[0] ?? '')], / has 2 answers/],
    ['an answer to no threat', [...all, answer('CON.None')], /no CON\.None at any flow/],
    [
      'an answer at a flow that has no such threat',
      [...all, answer(types[0] ?? '', { flows: ['none'] })],
      /at none/,
    ],
  ])('refuses %s', (_, answers, said) => {
    expect(() => answered(answers)).toThrow(said);
  });
});
