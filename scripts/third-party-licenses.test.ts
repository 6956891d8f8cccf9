import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { LICENSES_FILE, licenses, thirdPartyLicenses } from './third-party-licenses.ts';

const ROOT = path.join(import.meta.dirname, '..');
const text = thirdPartyLicenses(ROOT);

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>;
}

describe('the licences of what is shipped', () => {
  it('name every production package of the lock file that is installed', () => {
    const lock: Lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
    const names = Object.entries(lock.packages)
      .filter(([folder, { dev, optional }]) => folder !== '' && dev !== true && optional !== true)
      .filter(([folder]) => existsSync(path.join(ROOT, folder, 'package.json')))
      .map(([folder]) => JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8')));
    expect(names.length).toBeGreaterThan(50);
    const headings = new Set(text.split('\n'));
    // Types alone are not shipped.
    const isType = (name: string): boolean => name.startsWith('@types/') || name === 'csstype';
    const missing = names.filter(({ name, version }) => !isType(name) && !headings.has(`${name} ${version}`));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('hold the texts themselves, and those of what packages carry', () => {
    for (const words of [
      'Eclipse Public License - v 2.0',
      'Copyright (c) Meta Platforms',
      'Permission is hereby granted, free of charge',
      'Redistribution and use in source and binary forms',
      'Copyright 2011 The Roboto Project Authors',
      'SIL OPEN FONT LICENSE',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('are put beside what is built', async () => {
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [licenses(ROOT)],
      build: { write: false, ssr: path.join(ROOT, 'src/core/base/index.ts') },
    });
    const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
    const file = outputs.find(({ fileName }) => fileName === LICENSES_FILE);
    expect(file).toMatchObject({ type: 'asset', source: text });
  });

  it('come with both builds', () => {
    const config = readFileSync(path.join(ROOT, 'vite.config.ts'), 'utf8');
    expect(config).toMatch(/plugins: \[\s*react\(\),[^\]]*licenses\(import\.meta\.dirname\)/);
  });
});
