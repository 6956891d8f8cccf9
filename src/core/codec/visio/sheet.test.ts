import { describe, expect, it } from 'vitest';
import { LIMITS } from '../places.ts';
import { type ParseXml, parserOf } from '../xml/elements.ts';
import type { XmlNode } from '../xml/tree.ts';
import { Sheet, type Styles } from './sheet.ts';
import { framesOfTexts, type Thing } from './things.ts';

const parse: ParseXml = parserOf({ expected: 'any', limits: LIMITS, progress: () => undefined });
const element = (xml: string): XmlNode => parse(xml).root;
const NO_STYLES: Styles = new Map();

/** An element that counts how often somebody looks at what is in it. */
function counted(node: XmlNode) {
  let looks = 0;
  const children = node.children;
  const seen = {
    ...node,
    get children() {
      looks += 1;
      return children;
    },
  };
  return { node: seen, looks: () => looks };
}

const shapesFrom = (base: Sheet | null, styles: Styles = NO_STYLES): readonly Sheet[] =>
  Array.from({ length: 200 }, () => new Sheet(element('<Shape LineStyle="1"/>'), base, styles));

describe('sheets that are made from one', () => {
  const master = `<Shape><Cell N="PinX" V="2"/><Text> A <cp/>b\n\n</Text>
    <Section N="Property"><Row N="Zone"><Cell N="Value" V="DMZ"/></Row></Section>
    <Section N="Geometry" IX="0"><Cell N="NoFill" V="1"/><Row T="Ellipse" IX="1"/></Section></Shape>`;

  it('have its cells, rows and text, and look through it a few times, however many they are', () => {
    const { node, looks } = counted(element(master));
    const base = new Sheet(node, null, NO_STYLES);
    for (const sheet of shapesFrom(base)) {
      expect([sheet.number('PinX'), sheet.label, sheet.geometryCells('NoFill')]).toEqual([2, 'A b', [1]]);
      expect(sheet.rows('Property').map((row) => [row.key, row.text('Value')])).toEqual([['Zone', 'DMZ']]);
      expect(sheet.geometries().flat()).toHaveLength(1);
    }
    expect(looks()).toBeLessThan(10);
  });

  it('of one style look through that a few times', () => {
    const { node, looks } = counted(element('<StyleSheet ID="1"><Cell N="LinePattern" V="2"/></StyleSheet>'));
    const styles = new Map<string, Sheet>();
    styles.set('1', new Sheet(node, null, styles));
    for (const sheet of shapesFrom(null, styles)) expect(sheet.styled('LinePattern', 'LineStyle')).toBe(2);
    expect(looks()).toBeLessThan(10);
  });

  it('have the rows that a person may have written, of a section with a million as well', () => {
    const rows = Array.from({ length: 1500 }, (_, at) => `<Row N="r${at}"/>`).join('');
    const sheet = new Sheet(
      element(`<Shape><Section N="Property">${rows}</Section></Shape>`),
      null,
      NO_STYLES,
    );
    expect(sheet.rows('Property').length).toBe(1000);
  });
});

const SHAPE: Thing['shape'] = {
  id: '1',
  sheet: new Sheet(element('<Shape/>'), null, NO_STYLES),
  isGroup: false,
  isForeign: false,
  isMastered: false,
  isPart: false,
  isLine: false,
  names: [],
  children: [],
  toPage: (x, y) => ({ x, y }),
  fromOuter: (x, y) => ({ x, y }),
};

it('frames around texts are looked for in one list of texts, however many boundaries there are', () => {
  let asked = 0;
  const thing = (role: Thing['role'], left: number): Thing => ({
    shape: SHAPE,
    box: { left, top: 0, width: role === 'annotation' ? 1 : 10, height: 10 },
    name: '',
    get role() {
      asked += 1;
      return role;
    },
    group: null,
  });
  const boundaries = Array.from({ length: 50 }, (_, at) => thing('borderBoundary', at * 100));
  const things = [...boundaries, ...[1, 101, 201].map((left) => thing('annotation', left))];
  asked = 0;
  const frames = framesOfTexts(things, [{ left: 202, top: 1, width: 1, height: 1 }]);
  expect(asked).toBeLessThan(3 * things.length);
  expect([...frames]).toEqual(boundaries.slice(0, 2));
});
