import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readModel, writeModel } from '../core/codec/index.ts';
import {
  checkInvariants,
  diagramId,
  elementId,
  type Model,
  type ThreatKey,
  threatProperty,
  typeId,
} from '../core/document/index.ts';
import { countingGuids } from '../core/document/testing/template.ts';
import * as edit from '../core/edit/index.ts';
import { scene, shapes } from '../core/edit/testing/scene.ts';
import { regenerate, regenerateAfter } from '../core/engine/index.ts';
import { buildInto } from './testing/built.ts';

/** Milliseconds that a busy machine may need to build the command. */
const BUILDING = 180_000;
const HOME = mkdtempSync(path.join(tmpdir(), 'trustline-git-'));
/** The command as git calls it: the program, as one file that Node runs without the sources. */
const BUILT = path.join(HOME, 'built');
const MAIN = path.join(BUILT, 'main.js');

/** No settings of this machine's reach the tests. */
const ENV = {
  ...process.env,
  HOME,
  XDG_CONFIG_HOME: path.join(HOME, 'config'),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: path.join(HOME, 'gitconfig'),
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_EDITOR: 'true',
};

let repository = '';
const file = (name = 'shop.tm7'): string => path.join(repository, name);

function git(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('git', [...words], {
    cwd: repository,
    env: ENV,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

function trustline(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    cwd: repository,
    env: ENV,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

function modelIn(name?: string): Model {
  const read = readModel(readFileSync(file(name)));
  if (!read.ok) throw new Error(`The file cannot be read: ${JSON.stringify(read.error)}`);
  return read.value.model;
}

const write = (model: Model, name?: string): void => writeFileSync(file(name), writeModel(model));

/** An edit as the app makes it, threats included, and committed. */
function commit(change: (model: Model) => Model, message: string): void {
  const before = modelIn();
  write(regenerateAfter(before, change(before)));
  git('commit', '-qam', message);
}

/** What two branches do from the same commit; leaves the first checked out. */
function branches(ours: (model: Model) => Model, theirs: (model: Model) => Model): void {
  git('checkout', '-qb', 'theirs');
  commit(theirs, 'theirs');
  git('checkout', '-q', 'main');
  commit(ours, 'ours');
}

beforeAll(() => {
  buildInto(BUILT);
  repository = path.join(HOME, 'fresh');
  mkdirSync(repository);
  git('init', '-q', '-b', 'main');
  expect(trustline('git', 'install')).toMatchObject({ code: 0, err: '' });
  write(regenerate(scene));
  git('add', '-A');
  git('commit', '-qm', 'base');
}, BUILDING);

beforeEach(() => {
  repository = path.join(mkdtempSync(path.join(HOME, 'repository-')), 'it');
  cpSync(path.join(HOME, 'fresh'), repository, { recursive: true });
});

const guids = (start: number) => countingGuids(start);
const [first, second] = scene.diagrams.map(({ id }) => id);
const on = first ?? diagramId('');
const addShape = (name: string, start: number, left: number) => (model: Model) => {
  const [id] = [guids(start)()];
  const shape = { ...shapes.person, id: elementId(id), left, top: 500 };
  return edit.setName(edit.addShape(model, on, shape), shape.id, name);
};
const names = (model: Model): readonly string[] =>
  model.diagrams.flatMap(({ shapes: all }) =>
    all.map(({ properties }) => {
      const found = properties.find((one) => one.displayName === 'Name');
      return found !== undefined && 'value' in found ? String(found.value) : '';
    }),
  );
const author = { name: 'Ada', now: '2026-01-02T03:04:05+00:00' };
const keyAt = (model: Model, index: number): ThreatKey => {
  const key = model.threats[index]?.key;
  if (key === undefined) throw new Error('The scene has threats');
  return key;
};

describe('git install', () => {
  it('says what it writes, and writes it once', () => {
    const { out } = trustline('git', 'install');
    expect(out).toContain('.git/config: merge.trustline.driver = ');
    expect(out).toContain('.gitattributes: *.tm7 -text diff=trustline merge=trustline (was there)');
    expect(readFileSync(file('.gitattributes'), 'utf8').split('\n')).toHaveLength(4);
    expect(git('check-attr', 'merge', 'a.tb7').out).toBe('a.tb7: merge: trustline\n');
  });

  it('keeps what was in .gitattributes, and uninstall takes its own away', () => {
    writeFileSync(file('.gitattributes'), '*.png binary\n');
    trustline('git', 'install');
    expect(readFileSync(file('.gitattributes'), 'utf8')).toMatch(/^\*\.png binary\n# .*\n\*\.tm7 /);
    expect(trustline('git', 'uninstall').out).toContain('merge.trustline removed');
    expect(readFileSync(file('.gitattributes'), 'utf8')).toBe('*.png binary\n');
    expect(git('config', '--get-regexp', 'trustline').out).toBe('');
    writeFileSync(file('.gitattributes'), '');
    trustline('git', 'install');
    trustline('git', 'uninstall');
    expect(existsSync(file('.gitattributes'))).toBe(false);
    expect(trustline('git', 'uninstall')).toMatchObject({ code: 0, out: '' });
  });

  it('calls the command by its name only where that leads to it', () => {
    const folderOf = (...names: readonly string[]): string => {
      const folder = path.join(repository, '..', ...names);
      mkdirSync(folder, { recursive: true });
      return folder;
    };
    const called = (folder: string): string => {
      const env = { ...ENV, PATH: `${folder}${path.delimiter}${process.env.PATH}` };
      spawnSync(process.execPath, [MAIN, 'git', 'install'], { cwd: repository, env });
      return git('config', 'diff.trustline.textconv').out.trim();
    };
    const byFile = `'${process.execPath}' '${MAIN}' text`;
    const [bin, npx, other] = [folderOf('bin'), folderOf('node_modules', '.bin'), folderOf('other')];
    for (const folder of [bin, npx]) symlinkSync(MAIN, path.join(folder, 'trustline'));
    writeFileSync(path.join(other, 'trustline'), 'another program');
    const holder = folderOf('holder', 'trustline');
    expect([bin, npx, other, path.dirname(holder)].map(called)).toEqual([
      'trustline text',
      byFile,
      byFile,
      byFile,
    ]);
  });

  it("registers for all of the user's repositories, and takes that back", () => {
    trustline('git', 'uninstall');
    expect(trustline('git', 'install', '--user').out).toContain(
      'your git configuration: diff.trustline.textconv',
    );
    expect(git('check-attr', 'diff', 'a.tm7').out).toBe('a.tm7: diff: trustline\n');
    expect(trustline('git', 'uninstall', '--user').code).toBe(0);
    expect(existsSync(path.join(HOME, 'config', 'git', 'attributes'))).toBe(false);
    expect(git('config', '--global', '--list').out).not.toContain('trustline');
  });

  it('is refused outside of a repository', () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'trustline-outside-'));
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'git', 'install'], {
      cwd: outside,
      env: ENV,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('not a git repository')]);
  });
});

describe('git diff and log', () => {
  it('show models as words', () => {
    commit((model) => edit.setName(model, shapes.server.id, 'Gateway'), 'rename');
    const shown = git('log', '-p', '-1').out;
    expect(shown).toMatch(/^-.*element "server name"/m);
    expect(shown).toMatch(/^\+.*element "Gateway"/m);
    expect(shown).toMatch(/^@@ .* @@ Diagram /m);
    expect(shown).not.toContain('</');
  });
});

describe('git merge', () => {
  it('of what two branches did apart from each other has both', () => {
    const state = (model: Model) => edit.setThreatState(model, [keyAt(model, 0)], 'Mitigated', author);
    branches(addShape('Ours', 7_000_000, 10), (model) => addShape('Theirs', 8_000_000, 300)(state(model)));
    expect(git('merge', '-q', '--no-edit', 'theirs')).toMatchObject({ code: 0 });
    const merged = modelIn();
    expect(names(merged)).toEqual(expect.arrayContaining(['Ours', 'Theirs']));
    expect(merged.threats.filter((one) => one.state === 'Mitigated')).toHaveLength(1);
    expect(checkInvariants(merged)).toEqual([]);
  });

  it('of two edits of one element has both', () => {
    branches(
      (model) => edit.setName(model, shapes.server.id, 'Gateway'),
      (model) => edit.moveElements(model, [shapes.server.id], 30, 40),
    );
    expect(git('merge', '-q', '--no-edit', 'theirs').code).toBe(0);
    const server = modelIn().diagrams[0]?.shapes.find(({ id }) => id === shapes.server.id);
    expect(server).toMatchObject({ left: shapes.server.left + 30, top: shapes.server.top + 40 });
    expect(names(modelIn())).toContain('Gateway');
    expect(edit.checkPorts(modelIn())).toEqual([]);
  });

  it('gives numbers anew that both sides gave, and joins a flow to a shape that the other side moved', () => {
    const flow = (from: typeof shapes.note, to: typeof shapes.note, start: number) => (model: Model) =>
      edit.addFlow(
        model,
        on,
        typeId('https'),
        { source: { element: from.id }, target: { element: to.id } },
        guids(start),
      );
    branches(flow(shapes.person, shapes.store, 7_000_000), (model) =>
      flow(shapes.store, shapes.person, 8_000_000)(edit.moveElements(model, [shapes.store.id], 0, 60)),
    );
    expect(git('merge', '-q', '--no-edit', 'theirs').code).toBe(0);
    const merged = modelIn();
    const ids = merged.threats.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(merged.diagrams[0]?.lines.filter(({ kind }) => kind === 'flow')).toHaveLength(4);
    expect(edit.checkPorts(merged)).toEqual([]);
    expect(checkInvariants(merged)).toEqual([]);
  });

  it('of diagrams that were moved and renamed has both', () => {
    branches(
      (model) => edit.moveDiagram(model, on, 1),
      (model) => edit.renameDiagram(addShape('Theirs', 8_000_000, 10)(model), second ?? on, 'Other'),
    );
    expect(git('merge', '-q', '--no-edit', 'theirs').code).toBe(0);
    expect(modelIn().diagrams.map(({ header }) => header)).toEqual(['Other', scene.diagrams[0]?.header]);
    expect(names(modelIn())).toContain('Theirs');
  });

  it('leaves a conflict to be decided, in a file that opens', () => {
    branches(
      (model) => edit.setName(addShape('Ours', 7_000_000, 10)(model), shapes.server.id, 'Gateway'),
      (model) => edit.setName(addShape('Theirs', 8_000_000, 300)(model), shapes.server.id, 'Proxy'),
    );
    const { code, out, err } = git('merge', '--no-edit', 'theirs');
    expect(code).toBe(1);
    expect(`${out}${err}`).toMatch(
      /shop\.tm7: conflict: property "Name" of element .*: ours .*Gateway.*, theirs .*Proxy/,
    );
    expect(git('status', '--porcelain').out).toContain('UU shop.tm7');
    expect(names(modelIn())).toEqual(expect.arrayContaining(['Ours', 'Theirs', 'Gateway']));
    git('commit', '-qam', 'merged');
    expect(git('status', '--porcelain').out).toBe('');
  });

  it('of two names has both in the texts of threats, also of those that both worked on', () => {
    const triage = (field: string, text: string, minute: number) => (model: Model) =>
      edit.setThreatProperty(model, [keyAt(model, 0)], field, text, {
        ...author,
        now: `2026-01-02T03:0${minute}:05+00:00`,
      });
    branches(
      (model) => edit.setName(triage('StateInformation', 'TLS', 1)(model), shapes.server.id, 'Gateway'),
      (model) =>
        edit.setName(
          edit.setThreatState(model, [keyAt(model, 0)], 'Mitigated', {
            ...author,
            name: 'Bob',
            now: '2026-02-02T03:09:05+00:00',
          }),
          shapes.person.id,
          'Customer',
        ),
    );
    expect(git('merge', '-q', '--no-edit', 'theirs')).toMatchObject({ code: 0 });
    const [threat] = modelIn().threats;
    expect(threat).toMatchObject({ state: 'Mitigated', changedBy: 'Bob' });
    expect(threat && threatProperty(threat, 'StateInformation')).toBe('TLS');
    expect(regenerate(modelIn()).threats).toEqual(modelIn().threats);
  });

  it('of an element that one side removed and the other worked on keeps the work, as a conflict', () => {
    branches(
      (model) => edit.deleteElements(model, [shapes.note.id]).value,
      (model) => edit.setName(model, shapes.note.id, 'Important'),
    );
    expect(git('merge', '--no-edit', 'theirs').code).toBe(1);
    expect(names(modelIn())).toContain('Important');
  });

  it('leaves ours where a side cannot be read', () => {
    git('checkout', '-qb', 'theirs');
    writeFileSync(file(), 'broken');
    git('commit', '-qam', 'theirs');
    git('checkout', '-q', 'main');
    commit(addShape('Ours', 7_000_000, 10), 'ours');
    const before = readFileSync(file());
    const { code, out, err } = git('merge', '--no-edit', 'theirs');
    expect(code).toBe(1);
    expect(`${out}${err}`).toContain('shop.tm7 (theirs)');
    expect(readFileSync(file())).toEqual(before);
  });

  it('of a file that both sides made anew says that there is no common version', () => {
    git('rm', '-q', 'shop.tm7');
    git('commit', '-qm', 'without');
    git('checkout', '-qb', 'theirs');
    write(regenerate(addShape('Theirs', 8_000_000, 300)(scene)));
    git('add', '-A');
    git('commit', '-qm', 'theirs');
    git('checkout', '-q', 'main');
    write(regenerate(addShape('Ours', 7_000_000, 10)(scene)));
    git('add', '-A');
    git('commit', '-qm', 'ours');
    const { code, out, err } = git('merge', '--no-edit', 'theirs');
    expect(code).toBe(1);
    expect(`${out}${err}`).toContain('there is no common version');
    expect(names(modelIn())).toContain('Ours');
  });
});

describe('git rebase', () => {
  it('puts several commits of a person on those of another one', () => {
    branches(addShape('Ours', 7_000_000, 10), addShape('Theirs', 8_000_000, 300));
    commit(
      (model) => edit.setThreatProperty(model, [keyAt(model, 0)], 'StateInformation', 'TLS', author),
      'justify',
    );
    commit((model) => edit.moveElements(model, [shapes.person.id], 0, 30), 'move');
    expect(git('rebase', '-q', 'theirs')).toMatchObject({ code: 0 });
    const merged = modelIn();
    expect(names(merged)).toEqual(expect.arrayContaining(['Ours', 'Theirs']));
    expect(merged.threats.filter((one) => threatProperty(one, 'StateInformation') === 'TLS')).toHaveLength(1);
    expect(git('log', '--format=%s').out.split('\n').slice(0, 5)).toEqual([
      'move',
      'justify',
      'ours',
      'theirs',
      'base',
    ]);
    expect(checkInvariants(merged)).toEqual([]);
    expect(edit.checkPorts(merged)).toEqual([]);
  });
});

it('works in a folder with blanks, and on names with quotes', () => {
  mkdirSync(file('a folder'));
  const name = path.join('a folder', "it's $HOME.tm7");
  write(scene, name);
  git('add', '-A');
  git('commit', '-qm', 'named');
  git('checkout', '-qb', 'theirs');
  write(addShape('Theirs', 8_000_000, 300)(scene), name);
  git('commit', '-qam', 'theirs');
  git('checkout', '-q', 'main');
  write(addShape('Ours', 7_000_000, 10)(scene), name);
  git('commit', '-qam', 'ours');
  expect(git('merge', '-q', '--no-edit', 'theirs').code).toBe(0);
  expect(names(modelIn(name))).toEqual(expect.arrayContaining(['Ours', 'Theirs']));
});
