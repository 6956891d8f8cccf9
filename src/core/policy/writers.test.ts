import { expect, it } from 'vitest';
import { gateJunit, gateSarif, NO_POLICY } from './index.ts';

const file = {
  file: 'a \ud800/b.tm7',
  findings: [{ rule: 'own', level: 'error', text: '"a" & \u0000<b> \ud800' } as const],
  unchecked: [],
};

it('names of files that are no text are written, too', () => {
  expect(gateSarif([file], NO_POLICY, '1.0.0')).toContain('"uri": "a%20%EF%BF%BD/b.tm7"');
  expect(gateJunit([file], NO_POLICY, () => true)).toContain(
    'classname="a /b.tm7" name="own"><failure message="&quot;a&quot; &amp; &lt;b&gt; ">',
  );
});
