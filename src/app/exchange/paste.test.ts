import { beforeEach, expect, it } from 'vitest';
import { readForeign } from '../../core/codec/index.ts';
import { scene } from '../../core/edit/testing/scene.ts';
import { activeModel, openModel, session, setDialog } from '../store/index.ts';
import type { PasteHost } from './host.ts';
import { pasteOther } from './paste.ts';

const page = (name: string, style: string): string =>
  `<diagram id="${name}" name="${name}"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="${name}" style="${style}" vertex="1" parent="1"><mxGeometry x="0" y="40" width="90" height="60" as="geometry"/></mxCell></root></mxGraphModel></diagram>`;
const file = (...pages: readonly string[]): string => `<mxfile>${pages.join('')}</mxfile>`;
const readHere = (bytes: Uint8Array) => {
  const found = readForeign(bytes);
  return Promise.resolve(found.ok ? found.value : null);
};
const noEngine = () => Promise.reject(new Error('the layout is not there'));

function paste(text: string, read: PasteHost['read'] = readHere) {
  const open = activeModel();
  if (open === null) throw new Error('no model');
  return pasteOther(
    text,
    { model: open.id, diagram: open.diagramId, at: { x: 300, y: 300 } },
    { engine: noEngine, read },
  );
}
const elements = () => activeModel()?.model.diagrams.flatMap(({ shapes }) => shapes).length ?? 0;
const asked = () => {
  const { dialog } = session.getState();
  return dialog?.kind === 'import-files' ? dialog.files.map(({ name }) => name) : [];
};
let before = 0;

beforeEach(() => {
  session.setState({ documents: [], activeId: null, notices: [] });
  setDialog(null);
  openModel({ fileName: 'shop.tm7', model: scene });
  before = elements();
});

it('pastes one page; a page with nothing but a title is none', async () => {
  expect(await paste(file(page('One', 'ellipse'), page('Title', 'text')))).toBe(true);
  expect([elements(), asked()]).toEqual([before + 1, []]);
});

it('leaves reading to others, and pastes nothing into a model that was closed meanwhile', async () => {
  const copied = file(page('One', 'ellipse'));
  let given = 0;
  const read = (bytes: Uint8Array) => {
    given = bytes.length;
    session.setState({ documents: [] });
    return readHere(bytes);
  };
  expect(await paste(encodeURIComponent(copied), read)).toBe(true);
  expect([given, session.getState().notices]).toEqual([copied.length, []]);
});

it('asks as about a file where there are further pages, and pastes nothing', async () => {
  expect(await paste(file(page('One', 'ellipse'), page('Two', 'ellipse')))).toBe(true);
  expect([elements(), asked()]).toEqual([before, ['Clipboard']]);
});

it('asks where there are threats', async () => {
  const threats = [
    {
      id: 't',
      title: 'Leak',
      type: 'Spoofing',
      status: 'Open',
      severity: 'High',
      description: 'd',
      mitigation: '',
    },
  ];
  const data = { type: 'tm.Process', name: 'Work', threats };
  const cells = [
    {
      id: 'p',
      shape: 'process',
      position: { x: 10, y: 10 },
      size: { width: 90, height: 90 },
      zIndex: 1,
      data,
    },
  ];
  const diagrams = [{ id: 0, title: 'Main', diagramType: 'STRIDE', version: '2.0', cells }];
  const text = JSON.stringify({
    version: '2.0',
    summary: { title: 'Shop' },
    detail: { contributors: [], diagrams, reviewer: '', diagramTop: 1, threatTop: 1 },
  });
  expect(await paste(text)).toBe(true);
  expect([elements(), asked()]).toEqual([before, ['Clipboard']]);
});

it('tells what failed in words of its own, and that no other text is one', async () => {
  expect(await paste('flowchart LR\n  a[One] --> b[Two]\n')).toBe(true);
  const [notice] = session.getState().notices;
  expect(notice?.text).toBe('What another program copied was not pasted: the layout is not there');
  expect(elements()).toBe(before);
  expect(await paste('only a text')).toBe(false);
});
