import type { Template } from '../../document/index.ts';
import { Refusal } from '../places.ts';
import type { NativeFormat, ReadDocument } from '../port.ts';
import { seal, unseal } from '../xml/carried.ts';
import { lineEndBehind, type OpenedXml, openXml, sniffXml } from '../xml/open.ts';
import { Carrier, Reading } from '../xml/reading.ts';
import { TB7 } from './facts.ts';
import { SerializerWriter } from './serializer-writer.ts';
import { knowledgeBase } from './tables.ts';

/** Templates of the Windows tool. */
export const tb7: NativeFormat<Template> & { readonly id: 'tb7' } = {
  ...TB7,
  sniff: (head) => sniffXml(head, 'KnowledgeBase'),
  read: (bytes, asked) => templateOf(openXml(bytes, 'KnowledgeBase', asked)),
  write: templateBytes,
};

/**
 * Reads the template out of a parsed `.tb7` file: what is missing or odd is repaired with a warning, what is not
 * known is carried.
 * @throws Refusal when there is nothing that a template could be made of
 */
function templateOf({ file, form }: OpenedXml): ReadDocument<Template> {
  const { root, placeOf } = file;
  if (!root.children.some((child) => typeof child !== 'string')) {
    throw new Refusal({ cause: 'wrong-root', params: { what: 'empty-template' }, place: placeOf(root) });
  }
  // Templates are always laid out, so white space at the edges of their texts belongs to the texts.
  const reading = new Reading(placeOf, 'identifiers', new Set(root.namespace === '' ? [] : [root.namespace]));
  const template = knowledgeBase.read(root, new Carrier(reading), '');
  const end = lineEndBehind(form.text);
  return {
    document:
      end === undefined ? template : { ...template, carried: seal({ ...unseal(template.carried), end }) },
    warnings: reading.warnings(),
  };
}

/** The bytes of a template by the format's rules (format 2.1, 2.2). */
function templateBytes(template: Template, most: number): Uint8Array {
  const writer = new SerializerWriter(most);
  writer.start('KnowledgeBase');
  knowledgeBase.writeMembers(writer, template);
  writer.end();
  return writer.bytes(unseal(template.carried)?.end);
}
