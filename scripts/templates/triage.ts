import type { Model } from '../../src/core/document/index.ts';
import { setThreatPriority, setThreatProperty, setThreatState } from '../../src/core/edit/index.ts';
import { namedGuid } from './compile.ts';
import type { AnswerSource, SampleSource, TriagedSource } from './format.ts';

/**
 * The sample with its answers. The reviewer comes with the file, not with the machine that builds it.
 * @throws Error with every threat that no answer meets, or more than one, and every answer that meets none.
 */
export function triage(model: Model, sample: SampleSource, source: TriagedSource): Model {
  const keyOf = new Map<string, string>(
    sample.flows.map(({ key }) => [namedGuid('sample', sample.key, 'flow', key), key]),
  );
  const author = { name: source.reviewer, now: source.reviewedAt };
  const used = new Set<AnswerSource>();
  const problems: string[] = [];
  let answered: Model = {
    ...model,
    information: { ...model.information, name: source.title, reviewer: source.reviewer },
  };
  for (const { key, typeId, flowId } of model.threats) {
    const flow = keyOf.get(flowId) ?? '';
    const ofType = source.answers.filter(({ threat }) => threat === typeId);
    const named = ofType.filter(({ flows }) => flows?.includes(flow));
    const fitting = named.length > 0 ? named : ofType.filter(({ flows }) => flows === undefined);
    const [answer] = fitting;
    if (answer === undefined || fitting.length > 1) {
      problems.push(`${source.key}: ${typeId} at ${flow} has ${fitting.length} answers`);
      continue;
    }
    used.add(answer);
    answered = setThreatState(answered, [key], answer.state, author);
    answered = setThreatProperty(answered, [key], 'StateInformation', answer.justification, author);
    if (answer.priority !== undefined) answered = setThreatPriority(answered, [key], answer.priority, author);
  }
  const idle = source.answers.filter((answer) => !used.has(answer));
  problems.push(
    ...idle.map(({ threat, flows }) => `${source.key}: no ${threat} at ${flows?.join(', ') ?? 'any flow'}`),
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return answered;
}
