import { describe, expect, it } from 'vitest';
import { type Atom, type AtomChange, rewritten } from './index.ts';

const toNew = (atom: Atom): AtomChange | undefined =>
  (atom.kind === 'is' || atom.kind === 'crosses') && atom.typeId === 'OLD' ? { value: "'NEW'" } : undefined;

describe('rewritten', () => {
  it.each([
    ["source is 'OLD'", "source is 'NEW'"],
    ["SOURCE  Is\t'OLD' or( target IS 'A' )", "SOURCE  Is\t'NEW' or( target IS 'A' )"],
    ["flow crosses 'OLD' and ((source is 'OLD'))", "flow crosses 'NEW' and ((source is 'NEW'))"],
    ["( ( source is 'OLD' ) )", "( ( source is 'NEW' ) )"],
    ["not target is 'OLD'\r\n", "not target is 'NEW'\r\n"],
    ["source is 'A'", "source is 'A'"],
    ["source is 'OLD' and", "source is 'OLD' and"],
    ['  ', '  '],
    ['', ''],
  ])('%j becomes %j', (text, wanted) => {
    expect(rewritten(text, toNew)).toBe(wanted);
  });

  it('names a property or a value anew', () => {
    const text = "target . old.name IS 'x' or flow.[Old name] is 'y'";
    const property = (atom: Atom): AtomChange | undefined =>
      atom.kind === 'property' || atom.kind === 'broken' ? { property: '$&' } : undefined;
    expect(rewritten(text, property)).toBe("target . $& IS 'x' or flow.$& is 'y'");
    const value = (atom: Atom): AtomChange | undefined =>
      atom.kind === 'property' ? { value: '[$1]' } : undefined;
    expect(rewritten(text, value)).toBe("target . old.name IS [$1] or flow.[Old name] is 'y'");
  });
});
