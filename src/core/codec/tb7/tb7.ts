import type { Template } from '../../document/index.ts';
import { Refusal, type Warning } from '../places.ts';
import { type Decoded, lineEndBehind } from '../xml/decode.ts';
import { Carrier, Reading } from '../xml/reading.ts';
import type { XmlFile } from '../xml/tree.ts';
import { SerializerWriter } from './serializer-writer.ts';
import { knowledgeBase } from './tables.ts';

/** Whether a root element is that of a `.tb7` file. */
export const isTemplateRoot = (file: XmlFile): boolean => file.root.name === 'KnowledgeBase';

/**
 * Reads the template out of a parsed `.tb7` file: what is missing or odd is repaired with a warning, what is not
 * known is carried.
 * @throws Refusal when there is nothing that a template could be made of
 */
export function templateOf(
  file: XmlFile,
  form: Pick<Decoded, 'text'>,
): {
  readonly template: Template;
  readonly warnings: readonly Warning[];
} {
  const { root, placeOf } = file;
  if (!root.children.some((child) => typeof child !== 'string')) {
    throw new Refusal({ cause: 'wrong-root', message: 'The template is empty', place: placeOf(root) });
  }
  // Templates are always laid out, so white space at the edges of their texts belongs to the texts.
  const reading = new Reading(placeOf, 'identifiers', new Set(root.namespace === '' ? [] : [root.namespace]));
  const template = knowledgeBase.read(root, new Carrier(reading), '');
  const end = lineEndBehind(form.text);
  return {
    template: end === undefined ? template : { ...template, carried: { ...template.carried, end } },
    warnings: reading.warnings(),
  };
}

/** The bytes of a template by the format's rules (format 2.1, 2.2). */
export function templateBytes(template: Template): Uint8Array {
  const writer = new SerializerWriter();
  writer.start('KnowledgeBase');
  knowledgeBase.writeMembers(writer, template);
  writer.end();
  return writer.bytes(template.carried?.end);
}
