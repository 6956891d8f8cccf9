import type { Model } from '../../document/index.ts';
import { Refusal } from '../places.ts';
import type { NativeFormat, ReadDocument } from '../port.ts';
import type { Decoded } from '../text.ts';
import { seal, unseal } from '../xml/carried.ts';
import { INSTANCE } from '../xml/names.ts';
import { lineEndBehind, type OpenedXml, openXml, sniffXml } from '../xml/open.ts';
import { Carrier, Reading } from '../xml/reading.ts';
import type { XmlNode } from '../xml/tree.ts';
import { ContractWriter } from './contract-writer.ts';
import { TM7 } from './facts.ts';
import { threatModel } from './model-tables.ts';
import { MIXED_UP, MODEL } from './namespaces.ts';

/** Threat models of the Windows tool. */
export const tm7: NativeFormat<Model> & { readonly id: 'tm7' } = {
  ...TM7,
  sniff: (head) => sniffXml(head, 'ThreatModel'),
  read: (bytes, asked) => modelOf(openXml(bytes, 'ThreatModel', asked)),
  write: modelBytes,
};

/**
 * Reads the model out of a parsed `.tm7` file: what is missing or odd is repaired with a warning, what is not
 * known is carried.
 * @throws Refusal when there is nothing that a model could be made of
 */
function modelOf({ file, form }: OpenedXml): ReadDocument<Model> {
  const { root, placeOf } = file;
  const children = root.children.filter((child) => typeof child !== 'string');
  if (!children.some((child) => child.name === 'DrawingSurfaceList' || child.name === 'KnowledgeBase')) {
    throw new Refusal({ cause: 'wrong-root', params: { what: 'empty-model' }, place: placeOf(root) });
  }
  const layout = [root, ...children].some(isLaidOut) ? 'texts' : 'none';
  const reading = new Reading(placeOf, layout, MIXED_UP);
  if (root.namespace !== MODEL) {
    reading.warn(root, { code: 'other-root-namespace' });
  }
  noteForm(root, reading, form);
  const model = threatModel.read(root, new Carrier(reading), '');
  const end = lineEndBehind(form.text);
  return {
    document: end === undefined ? model : { ...model, carried: seal({ ...unseal(model.carried), end }) },
    warnings: reading.warnings(),
  };
}

/** Whether there are line breaks, and no other text, between an element's children: the format has none at all. */
const isLaidOut = ({ children }: XmlNode): boolean =>
  children.some((child) => typeof child !== 'string') &&
  children.some((child) => typeof child === 'string' && child.includes('\n')) &&
  children.every((child) => typeof child !== 'string' || child.trim() === '');

/** Says what is foreign about the outer form of a file: the format has a strict one (format 1.1). */
function noteForm(root: XmlNode, reading: Reading, form: Decoded): void {
  if (form.encoding !== 'utf-8') reading.warn(root, { code: 'utf-16' });
  else if (form.byteOrderMark) reading.warn(root, { code: 'byte-order-mark' });
  if (/^\s*<\?xml\s/.test(form.text.slice(0, 200))) reading.warn(root, { code: 'xml-declaration' });
  if (reading.layout === 'texts') reading.warn(root, { code: 'formatted' });
}

/** The bytes of a model by the format's rules (format 1.1, 1.2). */
function modelBytes(model: Model, most: number): Uint8Array {
  const writer = new ContractWriter(most);
  writer.start('ThreatModel', MODEL);
  writer.declare('i', INSTANCE);
  threatModel.writeMembers(writer, model);
  writer.end();
  return writer.bytes(unseal(model.carried)?.end);
}
