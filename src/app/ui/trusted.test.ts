import { describe, expect, test } from 'vitest';
import { isOwnScript } from './trusted.ts';

const PAGE = 'https://host.example/tools/trustline/index.html?x=1#start';

describe('a worker runs scripts of the app only', () => {
  test.each([
    ['./sw.js', true],
    ['https://host.example/tools/trustline/sw.js', true],
    ['assets/file-worker-Ab_1.js', true],
    ['https://host.example/tools/trustline/assets/elk-worker.min-J_vV.js', true],
    ['https://evil.example/tools/trustline/assets/file-worker.js', false],
    ['//evil.example/sw.js', false],
    ['/sw.js', false],
    ['../assets/file-worker.js', false],
    ['assets/../../x.js', false],
    ['assets/deep/file-worker.js', false],
    ['assets/%2e%2e/x.js', false],
    ['assets/file.json', false],
    ['assets/file-worker.js?next=x', false],
    ['data:text/javascript,alert(1)', false],
    ['blob:https://host.example/5f1c', false],
    ['javascript:alert(1)', false],
  ])('%s: %j', (address, own) => expect(isOwnScript(address, PAGE)).toBe(own));
});
