import { afterEach, expect, it, vi } from 'vitest';
import { session } from '../store/index.ts';
import { helpAfterCrash } from './after-crash.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  session.setState({ dialog: null });
});

it.each([
  ['#help', { kind: 'help', at: 'fault:stopped' }, ['/app/?x=1']],
  ['#start', null, []],
  ['', null, []],
  ['#other', null, []],
])('the address %j opens %j', (hash, dialog, tidied) => {
  const urls: unknown[] = [];
  vi.stubGlobal('location', { hash, pathname: '/app/', search: '?x=1' });
  vi.stubGlobal('history', { replaceState: (_: unknown, __: string, url: string) => urls.push(url) });
  helpAfterCrash();
  expect(session.getState().dialog).toEqual(dialog);
  expect(urls).toEqual(tidied);
});
