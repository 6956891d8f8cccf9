import { expect, it } from 'vitest';
import { roleByWords, roleOfBox } from './roles.ts';

it.each<[string, ReturnType<typeof roleByWords>]>([
  ['Orders DB', 'store'],
  ['Database user', 'external'],
  ['Customer database', 'store'],
  ['Database proxy', 'process'],
  ['Orders DB (backend)', 'store'],
  ['Database user\nfor reports', 'external'],
  ['PostgreSQL Backend\nsession established', 'process'],
  ['GetUserId()', 'process'],
  ['Storage(S3)', 'store'],
  ['Table of users', 'store'],
  ['File share for customers', 'store'],
  ['Mobileclient', 'external'],
  ['Microservice', 'process'],
  ['Aurora', 'store'],
  ['Orders', null],
  ['Orders DB\nPostgreSQL 14, all that a user of the shop has ordered', 'store'],
  ['Shape for a filter: the scenario is new and this file was made today', null],
])('the words of "%s" say %s', (text, role) => {
  expect(roleByWords(text)).toBe(role);
});

it("a vendor's computer is a process, whatever runs on it", () => {
  const box = { name: 'File service', isPlain: false, holds: 0, hasCircles: false };
  expect(roleOfBox({ ...box, kind: 'aws4.ec2' }).role).toBe('process');
  expect(roleOfBox({ ...box, kind: 'aws4.s3' }).role).toBe('store');
});

it('a picture of a store is one, whoever it is called by', () => {
  const box = { isPlain: false, holds: 0, hasCircles: false, kind: 'aws4.rds sql' };
  expect(roleOfBox({ ...box, name: 'Users' }).role).toBe('store');
  expect(roleOfBox({ ...box, name: 'App' }).role).toBe('store');
});
