import path from 'node:path';
import { expect, it } from 'vitest';
import { thirdPartyLicenses } from '../../../scripts/third-party-licenses.ts';
import { worksIn } from './works.ts';

const works = worksIn(thirdPartyLicenses(path.join(import.meta.dirname, '../../..')));

it('names each work once, with its licence and its texts', () => {
  expect(works.length).toBeGreaterThan(50);
  expect(new Set(works.map(({ name }) => name)).size).toBe(works.length);
  const canvas = works.find(({ name }) => name.startsWith('@xyflow/react '));
  expect(canvas).toMatchObject({
    licence: 'MIT',
    text: expect.stringContaining('Permission is hereby granted'),
  });
});

it('takes a work without a word for its licence', () =>
  expect(works.find(({ name }) => name === 'Roboto and Noto Sans')).toMatchObject({
    licence: '',
    text: expect.stringContaining('SIL OPEN FONT LICENSE'),
  }));

it('has none for an empty file', () => expect(worksIn('')).toEqual([]));
