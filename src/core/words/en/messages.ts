import { type Said, say } from '../entry.ts';
import { filters } from './filters.ts';
import { counted } from './plurals.ts';

/** An element that a message speaks of. */
interface Subject {
  /** On one line; empty for one without a name. */
  readonly name: string;
  /** The name of its type; undefined where the template has none. */
  readonly type: string | undefined;
}

const called = ({ name, type }: Subject): string =>
  name === '' ? `An unnamed ${type ?? 'element'}` : `"${name}"`;

/** What a person should look at in a model. */
export const messages = {
  'free-end': ({ free, ...element }: Subject & { free: 1 | 2 }) =>
    `${called(element)} is attached with ${free === 2 ? 'neither end' : 'only one end'}, so it has no threats`,
  'end-takes-no-flow': ({ at, ...element }: Subject & { at: 'annotation' | 'boundary' }) =>
    `${called(element)} is attached to ${at === 'annotation' ? 'an annotation' : 'a boundary'}, which takes no part in the data flow`,
  unnamed: (element: Subject) => `${called(element)} has no name`,
  'flow-without-threats': (element: Subject) => `${called(element)} yields no threat with this template`,
  unconnected: (element: Subject) => `${called(element)} has no data flow`,
  'no-boundary': ({ diagram }: { diagram: string }) => `The diagram "${diagram}" has no trust boundary`,
  'unknown-type': ({ typeId, ...element }: Subject & { typeId: string }) =>
    `${called(element)} has a type that the template does not have: ${typeId}`,
  'broken-filter': ({
    threatTypeId,
    filter,
    character,
    problem,
  }: {
    threatTypeId: string;
    filter: 'include' | 'exclude';
    /** Counted from 1. */
    character: number;
    problem: Said<typeof filters>;
  }) => `Threat type ${threatTypeId}, ${filter} filter, character ${character}: ${say(filters, problem)}`,
  'threats-out-of-date': ({ missing, outdated }: { missing: number; outdated: number }) =>
    `The stored threats differ from the diagram: ${[
      missing > 0 ? `${missing} missing` : '',
      outdated > 0 ? `${outdated} outdated` : '',
    ]
      .filter(Boolean)
      .join(', ')}`,
  'threats-stale': ({ count }: { count: number }) =>
    `${counted(count, { one: 'edited threat no longer follows', other: 'edited threats no longer follow' })} from the diagram`,
  'too-many-threats': ({ of, limit }: { of: 'threats' | 'letters'; limit: number }) => {
    const much = `${limit.toLocaleString('en-US')} ${of === 'threats' ? 'threats' : 'letters of threat texts'}`;
    return `The diagrams yield more than ${much}, so threats are neither added nor updated`;
  },
  'more-messages': ({ count }: { count: number }) =>
    `${counted(count, { one: 'more message', other: 'more messages' })} of this kind`,
  'generation-off': 'Threat generation is switched off for this model',
};
