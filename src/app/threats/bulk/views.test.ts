import { describe, expect, it } from 'vitest';
import { type KeptView, MOST_VIEWS, viewsFrom, withName, withView } from './views.ts';

const view = (name: string, text = 'is:open'): KeptView => ({
  name,
  text,
  columns: [{ id: 'title', width: 200 }],
  sort: 'title',
  descending: false,
  group: 'state',
});
const views = [view('Open'), view('High')];
const names = (of: readonly KeptView[] | null) => of?.map(({ name, text }) => `${name}: ${text}`);

describe('views of threats', () => {
  it('are read back as they were kept, and nothing else is', () => {
    expect(viewsFrom(JSON.parse(JSON.stringify(views)))).toEqual(views);
    expect(viewsFrom([null, 'x', { ...view('A'), group: 'x' }, { ...view('B'), text: 1 }, view('')])).toEqual(
      [],
    );
    expect(viewsFrom({})).toEqual([]);
    expect(names(viewsFrom([view('A', 'a'), view('A', 'b')]))).toEqual(['A: a']);
  });
  it('get another one, or another look under the same name', () => {
    expect(names(withView(views, view('  New '))) ?? []).toEqual([
      'Open: is:open',
      'High: is:open',
      'New: is:open',
    ]);
    expect(names(withView(views, view('Open', 'is:own')))).toEqual(['Open: is:own', 'High: is:open']);
    expect(withView(views, view('  '))).toBeNull();
    expect(withView(views, view('Long', 'x'.repeat(2_001)))).toBeNull();
  });
  it('have a bound', () => {
    const many = Array.from({ length: MOST_VIEWS }, (_, index) => view(`View ${index}`));
    expect(withView(many, view('One more'))).toBeNull();
    expect(withView(many, view('View 3', 'other'))).toHaveLength(MOST_VIEWS);
    expect(viewsFrom([...many, view('One more')])).toHaveLength(MOST_VIEWS);
  });
  it('are renamed, but not to the name of another', () => {
    expect(names(withName(views, 'High', ' Urgent '))).toEqual(['Open: is:open', 'Urgent: is:open']);
    expect(withName(views, 'High', 'Open')).toBe(views);
    expect(withName(views, 'High', ' ')).toBe(views);
  });
});
