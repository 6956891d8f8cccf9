import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeEnd, newLine } from './create.ts';
import { numberedFlows } from './flow-numbers.ts';
import { typeId } from './ids.ts';
import type { Line, Property } from './model.ts';
import { DATAFLOW_ORDER, displayName, findProperty, propertyText } from './queries.ts';
import { countingGuids, testTemplate } from './testing/template.ts';

const guids = countingGuids(1);

/** A flow of this name, and of this order where one is set. */
function flow(name: string, order = '0', type = 'https'): Line {
  const ends = { source: freeEnd(0, 0), target: freeEnd(100, 0) };
  const line = newLine(testTemplate, typeId(type), ends, { x: 50, y: 0 }, guids);
  const properties = line.properties.map((property): Property => {
    if (property.kind !== 'string') return property;
    const value =
      property.displayName === 'Name' ? name : property.name === DATAFLOW_ORDER ? order : undefined;
    return value === undefined ? property : { ...property, value };
  });
  return { ...line, properties };
}

const told = (...lines: readonly Line[]) =>
  numberedFlows({ lines }).map(({ flow: one, number }) => `${number}|${displayName(one)}`);
const named = (...names: readonly string[]) => told(...names.map((name) => flow(name)));

describe('the numbers of flows', () => {
  it('are those of the stored order where nobody wrote any', () => {
    expect(named('Login', 'Answer', '')).toEqual(['1|Login', '2|Answer', '3|']);
    expect(told()).toEqual([]);
  });

  it.each([
    [
      ['10. Log out', '2. Token', '1. Login'],
      ['1|1. Login', '2|2. Token', '10|10. Log out'],
    ],
    [
      ['(3) c', '2) b', '[1] a', '4: d', '5 - e'],
      ['1|[1] a', '2|2) b', '3|(3) c', '4|4: d', '5|5 - e'],
    ],
    [
      ['2 b', '1.10 x', '1.9 w', '1. a'],
      ['1|1. a', '1.9|1.9 w', '1.10|1.10 x', '2|2 b'],
    ],
    [
      ['2b) c', '2a) b', '2. a', '10.', '3.'],
      ['2|2. a', '2a|2a) b', '2b|2b) c', '3|3.', '10|10.'],
    ],
    [
      ['  2. b', 'other', '1.a', 'more'],
      ['1|1.a', '2|  2. b', '3|other', '4|more'],
    ],
    [
      ['2', '3', '1'],
      ['1|1', '2|2', '3|3'],
    ],
  ])('%j begin with theirs', (names, expected) => {
    expect(named(...names)).toEqual(expected);
  });

  it.each([
    [['HTTPS', '443 HTTPS', 'SQL']],
    [['sync', '10:30 sync', '1:1 call', '10.0.0.1 ping', '10.0.0.1:443']],
    [['443: HTTPS', 'SQL', 'DNS']],
    [['5 - 10 MB', '1.5 – 2 GB', '2 -4 files', '3—8']],
    [['c', '3DES', '1st call', '24/7 sync', '1-to-many', '12345. x']],
  ])('%j begin with none', (names) => {
    expect(named(...names)).toEqual(names.map((name, index) => `${index + 1}|${name}`));
  });

  it('are the Dataflow Order before what the name says, unless it is 0 or no number', () => {
    expect(told(flow('3. c'), flow('b', '2'), flow('9. a', ' 1 '))).toEqual(['1|9. a', '2|b', '3|3. c']);
    expect(told(flow('b', 'first'), flow('a', ''), flow('x', '0.0'))).toEqual(['1|b', '2|a', '3|x']);
  });

  it('are not given to line boundaries', () => {
    expect(told(flow('2. b'), flow('1. line', '0', 'border'), flow('1. a'))).toEqual(['1|1. a', '2|2. b']);
  });

  it('are worked out once for the same lines', () => {
    const lines = [flow('2. b'), flow('1. a')];
    expect(numberedFlows({ lines })).toBe(numberedFlows({ lines }));
  });
});

describe('any flows', () => {
  const text = fc.oneof(
    fc.constantFrom('1. a', '1. b', '(2) c', '2) d', '2.1 e', '2.10 f', '3a. g', '03. h', '7 i', 'j', ''),
    fc.string(),
  );
  const flows = fc.array(
    fc
      .tuple(text, fc.constantFrom('0', '0', '1', '4', '1.5', '2b', 'x'))
      .map(([name, order]) => flow(name, order)),
    { maxLength: 20 },
  );
  const orderOf = (line: Line) => propertyText(findProperty(line, DATAFLOW_ORDER) as Property);

  it('are all there once, and equal ones stay in their stored order', () => {
    fc.assert(
      fc.property(flows, (lines) => {
        const numbered = numberedFlows({ lines });
        expect(new Set(numbered.map((one) => one.flow))).toEqual(new Set(lines));
        expect(numbered).toHaveLength(lines.length);
        const alike = (one: Line) => `${orderOf(one)} ${displayName(one)}`;
        numbered.forEach(({ flow: one, number }, at) => {
          for (const later of numbered.slice(at + 1)) {
            if (later.number !== number && alike(later.flow) !== alike(one)) continue;
            expect(lines.indexOf(one)).toBeLessThan(lines.indexOf(later.flow));
          }
        });
      }),
    );
  });

  it('are in the same order when they are stored in it', () => {
    fc.assert(
      fc.property(flows, (lines) => {
        const numbered = numberedFlows({ lines });
        expect(numberedFlows({ lines: numbered.map((one) => one.flow) })).toEqual(numbered);
      }),
    );
  });
});
