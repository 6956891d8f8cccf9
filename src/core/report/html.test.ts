import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { setInformation, setName } from '../edit/index.ts';
import { type HtmlOptions, renderHtml } from './html.ts';
import { DEFAULT_CHOICES, type ReportChoices } from './options.ts';
import { buildReport } from './report.ts';
import { NOW, sample } from './testing/sample.ts';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text inside. */
  text: string;
}

/** The elements of a page as a parser of HTML finds them, which had no part in writing it. */
function elementsOf(page: string): readonly Tag[] {
  const all: Tag[] = [];
  const open: Tag[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const tag = { name, attributes, text: '' };
      all.push(tag);
      open.push(tag);
    },
    ontext(text) {
      for (const tag of open) tag.text += text;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.write(page);
  parser.end();
  return all;
}

const opened = (
  model = sample,
  choices: Partial<ReportChoices> = {},
  options: HtmlOptions = { search: true },
): readonly Tag[] =>
  elementsOf(
    renderHtml(buildReport(model, { now: NOW, choices: { ...DEFAULT_CHOICES, ...choices } }), options),
  );
const named = (tags: readonly Tag[], ...names: readonly string[]): readonly Tag[] =>
  tags.filter(({ name }) => names.includes(name));

describe('an HTML report, read by a parser of HTML', () => {
  it.each(['full', 'summary', 'windows'] as const)('leads only to places that there are: %s', (layout) => {
    const tags = opened(sample, { layout });
    const ids = tags.flatMap(({ attributes: { id } }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const inside = tags.flatMap(({ attributes: { href } }) => (href?.startsWith('#') ? [href.slice(1)] : []));
    expect(inside.length).toBeGreaterThan(10);
    expect(inside.filter((place) => !ids.includes(place))).toEqual([]);
    for (const { id } of sample.threats) expect(ids).toContain(`threat-${id}`);
  });

  it.each([1, 3, sample.threats.length])('has its first threats alone where asked for: %i', (most) => {
    const [tags, whole] = [opened(sample, {}, { most }), opened()];
    const threats = named(tags, 'article').map(({ attributes }) => attributes['id']);
    expect(threats).toEqual(
      named(whole, 'article')
        .slice(0, most)
        .map(({ attributes }) => attributes['id']),
    );
    const ids = new Set(tags.map(({ attributes }) => attributes['id']));
    const places = tags.flatMap(({ attributes: { href } }) => (href?.startsWith('#') ? href.slice(1) : []));
    expect(places.filter((place) => !ids.has(place))).toEqual([]);
    const text = named(tags, 'main')[0]?.text ?? '';
    expect(text.includes(`the first ${most} of ${sample.threats.length} threats`)).toBe(
      most < sample.threats.length,
    );
    const contents = named(tags, 'nav')[0]?.text ?? '';
    expect(contents.includes(`Numbers count the first ${most} of ${sample.threats.length} threats`)).toBe(
      most < sample.threats.length,
    );
    const counts = (all: readonly Tag[]) =>
      all.filter(({ attributes }) => attributes['class'] === 'summary').map((one) => one.text);
    expect(counts(tags)).toEqual(counts(whole));
  });

  it('has each threat with its title, state and rows, under headings that skip no level', () => {
    const tags = opened();
    const report = buildReport(sample, { now: NOW });
    const threats = report.diagrams.flatMap(({ interactions }) =>
      interactions.flatMap((each) => each.threats),
    );
    const articles = named(tags, 'article');
    expect(articles.map(({ attributes }) => attributes['id'])).toEqual(threats.map(({ anchor }) => anchor));
    for (const [index, { number, title, state, rows }] of threats.entries()) {
      const { text = '' } = articles[index] ?? {};
      for (const words of [
        `${number}. ${title}`,
        `[State: ${state}]`,
        ...rows.map(({ label }) => `${label}:`),
      ])
        expect(text).toContain(words);
    }
    const levels = named(tags, 'h1', 'h2', 'h3', 'h4').map(({ name }) => Number(name.slice(1)));
    // The list of contents stands before the title, as a part of its own.
    const own = levels.slice(levels.indexOf(1));
    expect(own.filter((level, index) => level > (own[index - 1] ?? 0) + 1)).toEqual([]);
    expect(named(tags, 'html')[0]?.attributes['lang']).toBe('en');
    expect(
      named(tags, 'svg').filter(({ attributes }) => attributes['role'] === 'img').length,
    ).toBeGreaterThan(5);
  });

  it('runs its search and nothing of the file, and loads nothing', () => {
    const words = '"><script src=//evil.example></script><img src=x onerror=alert(1)><!--';
    const shape = sample.diagrams[0]?.shapes[0];
    if (shape === undefined) throw new Error('The sample has no shape');
    const hostile = setInformation(setName(sample, shape.id, words), 'owner', words);
    const [tags, usual] = [opened(hostile), opened()];
    expect(named(tags, 'script')).toHaveLength(1);
    expect(tags.map(({ name }) => name).sort()).toEqual(usual.map(({ name }) => name).sort());
    const attributes = tags.flatMap((tag) => Object.keys(tag.attributes));
    expect(attributes.filter((attribute) => attribute.startsWith('on'))).toEqual([]);
    const loaded = tags.flatMap(({ attributes: { src } }) => src ?? []);
    expect(loaded.filter((address) => !address.startsWith('data:image/'))).toEqual([]);
    expect(named(tags, 'main')[0]?.text).toContain(words);
  });
});
