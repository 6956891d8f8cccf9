import { describe, expect, it } from 'vitest';
import { testTemplate } from '../document/testing/template.ts';
import { parseFilter } from '../filters/index.ts';
import { canHold } from './possible.ts';

function holds(text: string): boolean {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(text);
  return canHold(testTemplate, parsed.value);
}

describe('a rule that can never hold', () => {
  it.each([
    ['asks for two types of which none is above the other', "source is 'server' and source is 'worker'"],
    ['asks for a type and not for its parent', "source is 'server' and not source is 'round'"],
    ['asks for two values', "source.language is 'C' and source.language is 'Rust'"],
    ['asks for a value and not for it', "not source.language is 'C' and source.language is 'c'"],
    ['asks for a flow as a source', "source is 'flow'"],
    ['asks for a boundary as a target', "target is 'zone'"],
    ['asks for a note as a source', "source is 'note'"],
    ['asks for a process as a flow', "flow is 'server'"],
    ['crosses what is no boundary', "flow crosses 'server'"],
    ['asks for the root', "source is 'ROOT'"],
    ['asks for a type that is not there', "source is 'none'"],
    ['asks for a name that was deleted', 'source is [Old]'],
    ['says so in each part of an or', "source is 'flow' or (target is 'box' and target is 'store')"],
    ['says so inside', "source is 'server' and (source is 'worker' or not source is 'round')"],
    ['is the opposite of what always holds', "not (not source is 'flow')"],
    ['denies both parts', "source is 'server' and not (source is 'round' or target is 'box')"],
  ])('%s', (_, text) => {
    expect(holds(text)).toBe(false);
  });

  it.each([
    ["source is 'server' and source is 'round'"],
    ["source is 'round' and not source is 'server'"],
    ["source is 'server' and target is 'worker'"],
    ["source.language is 'C' and target.language is 'Rust'"],
    ["flow crosses 'zone' and flow crosses 'border'"],
    ["flow crosses 'cloud' and not flow crosses 'border'"],
    ["source is 'flow' or source is 'server'"],
    ["not source is 'flow'"],
    ["flow is 'https' and not flow.channel is 'Open'"],
    ["source is 'person' and (source is 'round' or target is 'box')"],
  ])('is not %s', (text) => {
    expect(holds(text)).toBe(true);
  });
});
