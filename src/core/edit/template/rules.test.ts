import { describe, expect, it } from 'vitest';
import { atOnce } from '../../base/index.ts';
import { type Template, type ThreatType, threatTypeId, typeId } from '../../document/index.ts';
import { testTemplate } from '../../document/testing/template.ts';
import { askedCountSteps, setFilter, setStencil } from '../index.ts';
import { ruleWork } from './rules.ts';

const [T1] = testTemplate.threatTypes;
if (T1 === undefined) throw new Error('The template of the tests has a threat type');
const type = (id: string, include: string, exclude = ''): ThreatType => ({
  ...T1,
  id: threatTypeId(id),
  filters: { include, exclude },
});

/** As many threat types as a firm's own template has at most. */
const MANY = 1_000;
const template: Template = {
  ...testTemplate,
  threatTypes: Array.from({ length: MANY }, (_, at) =>
    type(`t${at}`, `source.${at % 2 ? 'RunsAs' : 'runsAs'} is 'Root' and target.p${at} is 'x'`),
  ),
};
/** How many rules each step reads. */
function readBy(of: Template): { readonly steps: number; readonly most: number; readonly all: number } {
  const [steps, start] = [askedCountSteps(of), ruleWork.read];
  let [taken, most] = [0, 0];
  for (let done = false; !done; taken++) {
    const before = ruleWork.read;
    done = steps.next().done === true;
    most = Math.max(most, ruleWork.read - before);
  }
  return { steps: taken, most, all: ruleWork.read - start };
}

describe('how many threat types ask for a property', () => {
  it('is what each property is asked by, in any case of letters', () => {
    const few: Template = {
      ...testTemplate,
      threatTypes: [
        type('a', "source.RunsAs is 'Root' or source.runsas is 'Any'", "flow.tls is 'Yes'"),
        type('b', "target.runsAs is 'Root' and", "flow.TLS is 'No'"),
        type('c', '', ''),
      ],
    };
    const counts = atOnce(askedCountSteps(few));
    expect([...counts]).toEqual([
      ['runsas', 1],
      ['tls', 2],
    ]);
  });

  it('reads the rules of one type at a step, and after an edit those that changed', () => {
    expect(readBy(template)).toEqual({ steps: MANY + 1, most: 1, all: MANY });
    const [stencil] = [...template.standardElements, ...template.genericElements];
    const named = setStencil(template, stencil?.id ?? typeId(''), { name: 'Another name' });
    expect(named).not.toBe(template);
    expect(readBy(named)).toMatchObject({ most: 0, all: 0 });
    const ruled = setFilter(named, threatTypeId('t7'), 'include', "source.runsAs is 'Any'");
    expect(readBy(ruled)).toMatchObject({ most: 1, all: 1 });
  });
});
