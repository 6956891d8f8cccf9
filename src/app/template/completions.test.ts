import { describe, expect, it } from 'vitest';
import { attribute, elementType, testTemplate } from '../../core/document/testing/template.ts';
import { completionsAt, placeholdersAt } from './completions.ts';

const template = {
  ...testTemplate,
  genericElements: [
    elementType('GE.P', 'ROOT', 'Ellipse', {
      name: 'Process',
      attributes: [attribute('os', ['Any', 'Linux'], { displayName: 'Operating System' })],
    }),
    elementType('GE.F', 'ROOT', 'Line', { name: 'Flow' }),
  ],
  standardElements: [elementType('SE.Web', 'GE.P', 'Inherited', { name: 'Web Application' })],
};

/** The text with `|` where the caret is: what is offered, and the first one taken. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const offered = completionsAt(template, text, caret);
  const [first] = offered;
  return {
    labels: offered.map(({ label }) => label),
    taken: first === undefined ? text : text.slice(0, first.start) + first.text + text.slice(first.end),
  };
}

describe('completions', () => {
  it.each([
    ['|', ['source', 'target', 'flow', 'not'], 'source'],
    ['so|', ['source'], 'source'],
    ["source is 'GE.P' and |", ['source', 'target', 'flow', 'not'], "source is 'GE.P' and source"],
    ["source is 'GE.P' |", ['and', 'or'], "source is 'GE.P' and"],
    ['source |', ['is'], 'source is'],
    ['flow cr|', ['crosses'], 'flow crosses'],
    ['source is |', ['Process', 'Flow', 'Web Application'], "source is 'GE.P'"],
    ["source is 'web|", ['Web Application'], "source is 'SE.Web'"],
    ["source is 'web|'", ['Web Application'], "source is 'SE.Web'"],
    ["source is 'we|b' and flow is 'GE.F'", ['Web Application'], "source is 'SE.Web' and flow is 'GE.F'"],
    ['source.|', ['Operating System'], 'source.os'],
    ['source.oper|', ['Operating System'], 'source.os'],
    ['source.os is |', ['Any', 'Linux'], "source.os is 'Any'"],
    ["source.os is 'l|", ['Linux'], "source.os is 'Linux'"],
    ['not |', ['source', 'target', 'flow'], 'not source'],
    ['(|', ['source', 'target', 'flow', 'not'], '(source'],
    ['source is [Old|', [], 'source is [Old'],
    ["source.none is '|", [], "source.none is '"],
  ])('at %j are %j', (marked, labels, taken) => {
    expect(at(marked)).toEqual({ labels, taken });
  });
});

describe('placeholders of texts', () => {
  const named = (marked: string) => {
    const caret = marked.indexOf('|');
    const text = marked.replace('|', '');
    return placeholdersAt(text, caret).map(
      ({ start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
    );
  };
  it.each([
    ['a {|', ['a {source.Name}', 'a {target.Name}', 'a {flow.Name}']],
    ['{T|', ['{target.Name}']],
    ['{source.n|', ['{source.Name}']],
    ['{flow|.Name} b', ['{flow.Name} b']],
    ['{|source.Name} b', ['{source.Name} b', '{target.Name} b', '{flow.Name} b']],
    ['|', []],
    ['{source.Name}|', []],
    ['{other|', []],
    ['{a b|', []],
  ])('%j: %j', (marked, expected) => expect(named(marked)).toEqual(expected));
});
