import { FILE_START, Refusal } from '../places.ts';
import type { Asked } from '../port.ts';
import { parseXml, type XmlFile, type XmlNode } from './tree.ts';

/* What readers of foreign formats in XML ask of a tree. */

export const attribute = (node: XmlNode, name: string): string | undefined =>
  node.attributes.find((one) => one.name === name)?.value;

export const elementsIn = (node: XmlNode): readonly XmlNode[] =>
  node.children.filter((child) => typeof child !== 'string');

export const childNamed = (node: XmlNode, name: string): XmlNode | undefined =>
  elementsIn(node).find((child) => child.name === name);

/** All text below an element, in its order. */
export function textIn(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

export type ParseXml = (text: string) => XmlFile;

/** A parser whose limits hold for all texts together: what is packed in a file is a text of its own each. */
export function parserOf({ limits, progress }: Asked): ParseXml {
  let left = limits.elements;
  let room: number = limits.bytes;
  return (text) => {
    room -= text.length;
    if (room < 0) throw new Refusal({ cause: 'inflates', place: FILE_START });
    const file = parseXml(text, { ...limits, elements: left }, progress);
    left = Math.max(0, left - text.split('<').length);
    return file;
  };
}
