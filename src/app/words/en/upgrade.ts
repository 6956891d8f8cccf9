import { counted } from './plurals.ts';

const ELEMENT = { one: 'element', other: 'elements' };

/** The change of a model to another template. */
export const upgrade = {
  title: ({ file }: { file: string }) => `Change the template of ${file}`,
  relations: {
    same: ({ from }: { from: string; to: string }) => `To ${from} again: the same version.`,
    newer: ({ from, to }: { from: string; to: string }) => `From ${from} to ${to}: a newer version.`,
    older: ({ from, to }: { from: string; to: string }) => `From ${from} to ${to}: an older version.`,
    other: ({ from, to }: { from: string; to: string }) => `From ${from} to ${to}: another template.`,
  },
  types: ({ count, sure }: { count: number; sure: number }) =>
    `${counted(count, { one: 'type', other: 'types' })} of elements, ${sure} with the same id`,
  typeOf: ({ name, elements }: { name: string; elements: number }) =>
    `${name}, ${counted(elements, ELEMENT)}`,
  by: { id: 'same id', name: 'same name', generic: 'nearest of its kind', chosen: 'chosen', kept: 'kept' },
  keep: 'Keep it as a type of its own',
  becomes: ({ name }: { name: string }) => `${name} becomes`,
  unknown: ({ id, elements }: { id: string; elements: number }) =>
    `${id} is in neither template: ${counted(elements, ELEMENT)} stay as they are`,
  mapped: ({ count }: { count: number }) =>
    `${counted(count, { one: 'property goes', other: 'properties go' })} on under another identifier`,
  mappedOne: ({ label, from, to }: { label: string; from: string; to: string }) =>
    `${label}: ${from} → ${to}`,
  lost: ({ count }: { count: number }) =>
    `${counted(count, { one: 'chosen value has', other: 'chosen values have' })} no place in the new types`,
  lostOne: ({ element, property, value }: { element: string; property: string; value: string }) =>
    `${element}: ${property}, ${value}`,
  threats: {
    kept: ({ count }: { count: number }) =>
      `${counted(count, { one: 'threat stays', other: 'threats stay' })} as they are`,
    changed: ({ count }: { count: number }) =>
      `${counted(count, { one: 'threat gets', other: 'threats get' })} other texts or another priority`,
    added: ({ count }: { count: number }) => `${counted(count, { one: 'new threat', other: 'new threats' })}`,
    removed: ({ count }: { count: number }) =>
      `${counted(count, { one: 'threat that nobody worked on goes', other: 'threats that nobody worked on go' })}`,
    stale: ({ count }: { count: number }) =>
      `${counted(count, { one: 'threat that was worked on no longer follows: it stays', other: 'threats that were worked on no longer follow: they stay' })}, and can be deleted by hand`,
    off: 'Threat generation is switched off: the threats stay as they are.',
  },
  broken: ({ count }: { count: number }) =>
    `${counted(count, { one: 'filter', other: 'filters' })} of the new template with a fault`,
  saveChoices: 'Save the choices…',
  useChoices: 'Use choices…',
  choices: 'File with choices',
  refused: ({ file, reason }: { file: string; reason: string }) => `${file} was not used: ${reason}.`,
  cancel: 'Cancel',
  change: 'Change the template',
  step: 'Change the template',
  done: ({ file, template }: { file: string; template: string }) => `${file} is on ${template} now`,
};
