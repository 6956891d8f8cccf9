import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { CheckedField } from './checked-field.tsx';
import { WrongText } from './wrong-text.tsx';

const nothing = () => undefined;

it('a sentence that something is wrong is read, and describes what leads to its explanation', () => {
  // biome-ignore lint/correctness/noChildrenProp: the type demands them
  const sentence = createElement(WrongText, { role: 'alert', onExplain: nothing, children: 'Too large.' });
  const html = renderToStaticMarkup(sentence);
  const id = /<p id="([^"]+)" role="alert">Too large\.<\/p>/.exec(html)?.[1];
  expect(id).toBeDefined();
  expect(html).toContain(`aria-describedby="${id}"`);
});

it('a checked field is described by its hint while nothing is refused', () => {
  const html = renderToStaticMarkup(
    createElement(CheckedField, {
      label: 'Width',
      hint: '0 to 20',
      refusal: (value) => `${value} was not taken.`,
      onExplain: nothing,
      // biome-ignore lint/correctness/noChildrenProp: the type demands them
      children: (id, { refuse: _, accept: __, ...told }) => createElement('input', { id, ...told }),
    }),
  );
  expect(html).toMatch(/<input id="([^"]+)" aria-describedby="\1-hint"\/>/);
  expect(html).not.toContain('aria-invalid');
});

/** A part that stopped has a button for it; where all stopped, or notices could not be fetched, there is no help. */
const OTHERS = ['shell/error-boundary.tsx', 'shell/panel-boundary.tsx', 'shell/shell.tsx'];

it('what interrupts people to say that something is wrong leads to its explanation', () => {
  const app = path.join(import.meta.dirname, '..');
  const alerts = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.tsx') && !OTHERS.includes(file))
    .flatMap((file) =>
      [...readFileSync(path.join(app, file), 'utf8').matchAll(/<(\w+)(?:(?!<\w)[\s\S])*?role="alert"/g)].map(
        ([, maker]) => `${file}: ${maker}`,
      ),
    );
  expect(alerts.length).toBeGreaterThan(5);
  expect(alerts.filter((line) => !line.endsWith(': WrongText'))).toEqual([]);
});
