import { expect, it } from 'vitest';
import { gateJunit, gateSarif, NO_POLICY, type Policy } from './index.ts';

const file = {
  file: 'a \ud800/b.tm7',
  readable: true,
  findings: [{ rule: 'own', level: 'error', text: '"a" & \u0000<b> \ud800' } as const],
  unchecked: [],
};

it('names of files that are no text are written, too', () => {
  expect(gateSarif([file], NO_POLICY, '1.0.0')).toContain('"uri": "a%20%EF%BF%BD/b.tm7"');
  expect(gateJunit([file], NO_POLICY, () => true)).toContain(
    'classname="a /b.tm7" name="own"><failure message="&quot;a&quot; &amp; &lt;b&gt; ">',
  );
});

it('a file that cannot be read passes no rule of a policy, and the run is no success', () => {
  const policy: Policy = {
    levels: new Map(),
    rules: [{ id: 'decided', kind: 'states', level: 'error', explanation: '', states: ['Mitigated'] }],
  };
  const finding = { rule: 'file/unreadable', level: 'error', text: 'b.tm7: cannot be read' } as const;
  const unread = { file: 'b.tm7', readable: false, findings: [finding], unchecked: [] };
  const junit = gateJunit([unread], policy, () => true);
  expect(junit).toContain('tests="1" failures="1"');
  expect(junit).not.toContain('decided');
  expect(gateSarif([unread], policy, '1.0.0')).toContain('"executionSuccessful": false');
  expect(gateSarif([file], policy, '1.0.0')).toContain('"executionSuccessful": true');
});
