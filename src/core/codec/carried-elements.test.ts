import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../document/index.ts';
import { refusalWords, repairWords } from '../words/later.ts';
import { readModel, readTemplate, writeModel, writeTemplate } from './index.ts';
import { modelFile } from './testing/every-construct.ts';
import { templateFile } from './testing/every-construct-template.ts';
import { type RawAttribute, type RawNode, seal, unseal } from './xml/carried.ts';
import { INSTANCE, SCHEMA, XML, XMLNS } from './xml/names.ts';

/** Whatever an element says that nobody knows: it is written so that it reads as the same, in both formats. */

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const KNOWLEDGE_BASE = 'http://schemas.datacontract.org/2004/07/ThreatModeling.KnowledgeBase';
const name = fc.constantFrom('Future', 'Item', 'Value', 'b');
const namespace = fc.constantFrom('', 'urn:a', 'urn:b', SCHEMA, KNOWLEDGE_BASE);
const text = fc
  .string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '<', '&', ']]>', '\u000B', '"', 'é'), maxLength: 5 })
  .filter((value) => value !== '');

const plainAttribute: fc.Arbitrary<RawAttribute> = fc.record({
  name: fc.constantFrom('x', 'y'),
  namespace: fc.constantFrom('', 'urn:a', 'urn:c', XML),
  value: text,
});
const known: fc.Arbitrary<RawAttribute> = namespace.map((valueNamespace) => ({
  name: 'type',
  namespace: INSTANCE,
  value: 'Kind',
  valueNamespace,
}));
/** With prefixes that our writers give to something, and others. */
const undeclared: fc.Arbitrary<RawAttribute> = fc
  .constantFrom('a', 'b', 'c', 'i', 'z', 'p1', 'xsi', 'ns0')
  .map((prefix) => ({ name: 'type', namespace: INSTANCE, value: `${prefix}:Kind` }));

function nodeOf(type: fc.Arbitrary<RawAttribute>): fc.Arbitrary<RawNode> {
  return fc.letrec<{ node: RawNode }>((tie) => ({
    node: fc.record({
      name,
      namespace,
      attributes: fc.uniqueArray(fc.oneof(plainAttribute, type), {
        maxLength: 3,
        selector: (attribute) => `${attribute.namespace} ${attribute.name}`,
      }),
      children: fc
        .array(fc.oneof({ depthSize: 'small' }, text, tie('node')), { maxLength: 3 })
        .map((children) => normal(children)),
    }),
  })).node;
}

/** As a parser hands it out: texts joined, and none that only lays out. */
function normal(children: readonly (RawNode | string)[]): readonly (RawNode | string)[] {
  const joined: (RawNode | string)[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (typeof child === 'string' && typeof last === 'string') joined[joined.length - 1] = last + child;
    else joined.push(child);
  }
  const isLayout =
    joined.some((child) => typeof child !== 'string') &&
    joined.every((child) => typeof child !== 'string' || child.trim() === '');
  return isLayout ? joined.filter((child) => typeof child !== 'string') : joined;
}

/** Without the declarations, whose prefixes are the writer's to choose, and with the attributes in one order. */
const meant = (node: RawNode): RawNode => ({
  ...node,
  attributes: node.attributes
    .filter(({ namespace: of }) => of !== XMLNS)
    .toSorted((a, b) => `${a.namespace} ${a.name}`.localeCompare(`${b.namespace} ${b.name}`)),
  children: node.children.map((child) => (typeof child === 'string' ? child : meant(child))),
});

const MODEL = readModel(encode(modelFile('G7')));
const TEMPLATE = readTemplate(encode(templateFile()));
if (!MODEL.ok || !TEMPLATE.ok) throw new Error('Our own files cannot be read');
const model: Model = {
  ...MODEL.value.model,
  diagrams: [],
  threats: [],
  template: { ...MODEL.value.model.template, standardElements: [], threatTypes: [] },
};
const { template } = TEMPLATE.value;

const GUID = 'aaaaaaaa-0000-4000-8000-000000000001';
const VALIDATION = {
  elementIds: [],
  enabled: true,
  guid: GUID,
  issueGuid: GUID,
  message: '',
  source: '',
  sourceGuid: GUID,
};

interface Written {
  readonly bytes: Uint8Array;
  readonly nodes: readonly (RawNode | undefined)[];
}

/** Beside the members of a model and in the place of a validation's item, which its own list names. */
function throughModel(node: RawNode): Written {
  const item = {
    ...node,
    name: 'anyType',
    namespace: 'http://schemas.microsoft.com/2003/10/Serialization/Arrays',
  };
  const bytes = writeModel({
    ...model,
    validations: [{ ...VALIDATION, items: [seal(item)] }],
    carried: seal({ ...unseal(model.carried), nodes: [{ after: 'Version', node }] }),
  });
  const read = readModel(bytes);
  if (!read.ok) throw new Error(`${refusalWords(read.error)}: ${decode(bytes).slice(-2000)}`);
  const carried = unseal(read.value.model.carried);
  const item0 = read.value.model.validations[0]?.items[0];
  const found = item0 && unseal(item0);
  return {
    bytes,
    nodes: [carried?.nodes?.[0]?.node, found && { ...found, name: node.name, namespace: node.namespace }],
  };
}

function throughTemplate(node: RawNode): Written {
  const bytes = writeTemplate({
    ...template,
    carried: seal({ ...unseal(template.carried), nodes: [{ after: 'Manifest', node }] }),
  });
  const read = readTemplate(bytes);
  if (!read.ok) throw new Error(`${refusalWords(read.error)}: ${decode(bytes).slice(0, 2000)}`);
  return { bytes, nodes: [unseal(read.value.template.carried)?.nodes?.[0]?.node] };
}

describe.each([
  ['a model', throughModel],
  ['a template', throughTemplate],
])('in %s', (_, through) => {
  it('types, attributes, texts and elements come back as they were', () => {
    fc.assert(
      fc.property(nodeOf(known), (node) => {
        for (const found of through(node).nodes) expect(found && meant(found)).toEqual(meant(node));
      }),
      { numRuns: 100, seed: 10 },
    );
  });

  it('types under prefixes that nobody declared never come to mean something, and settle at once', () => {
    fc.assert(
      fc.property(nodeOf(undeclared), (node) => {
        for (const [place, found] of through(node).nodes.entries()) {
          if (found === undefined) throw new Error('It is gone');
          const types = (of: RawNode): readonly RawAttribute[] => [
            ...of.attributes.filter((attribute) => attribute.name === 'type'),
            ...of.children.flatMap((child) => (typeof child === 'string' ? [] : types(child))),
          ];
          for (const type of types(found)) expect(type.valueNamespace).toBeUndefined();
          expect(types(found)).toHaveLength(types(node).length);
          const again = through(found).nodes[place];
          expect(again && meant(again)).toEqual(meant(found));
        }
      }),
      { numRuns: 100, seed: 10 },
    );
  });

  it.each(['gone:Kind', 'ns0:string'])('the type %s keeps its text', (value) => {
    const attributes = [{ name: 'type', namespace: INSTANCE, value }];
    const { bytes, nodes } = through({ name: 'Future', namespace: 'urn:a', attributes, children: [] });
    expect(decode(bytes)).toContain(`type="${value}"`);
    for (const node of nodes) expect(node?.attributes.filter((a) => a.name === 'type')).toEqual(attributes);
  });
});

it('the text of an element that is carried is no layout of the file', () => {
  const file = modelFile('G7').replace('<Version>', '<Future>\n<x/>tail</Future><Version>');
  const read = readModel(encode(file));
  expect(read.ok && read.value.warnings.map(repairWords).join()).not.toMatch(/formatter/);
});
