import { readFileSync } from 'node:fs';
import { elementName } from '../src/core/document/index.ts';
import { axeOn } from './axe-kit.ts';
import { canvas, diagramOf, drawn, run, savedModel } from './canvas-kit.ts';
import { expect, openApp, openFiles, test } from './fixture.ts';

const vertex = (id: string, value: string, style: string, x: number): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="1"><mxGeometry x="${x}" y="80" width="120" height="60" as="geometry"/></mxCell>`;
const graph = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;

/** A shop whose gadget nothing explains, and a page with nothing but a title. */
const SHOP = `<mxfile><diagram id="p1" name="Shop">${graph(
  `${vertex('a', 'Buyer', 'shape=umlActor', 40)}${vertex('b', 'Checkout', 'ellipse', 260)}${vertex('c', 'Gadget', 'shape=chip', 480)}` +
    '<mxCell id="e" value="Order" style="endArrow=classic" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>' +
    '<mxCell id="f" value="Turn" style="endArrow=classic" edge="1" parent="1" source="b" target="c"><mxGeometry relative="1" as="geometry"/></mxCell>',
)}</diagram><diagram id="p2" name="Title">${graph(vertex('t', 'Shop', 'text', 40))}</diagram></mxfile>`;

test('a diagram of another program comes in as is wanted, into a model too, and goes out', async ({
  page,
}) => {
  await openApp(page);
  // What it is called says nothing.
  await openFiles(
    page,
    { name: 'shop.drawio.txt', buffer: Buffer.from(SHOP) },
    { name: 'next.xml', buffer: Buffer.from(SHOP) },
  );
  const dialog = page.getByRole('dialog', { name: 'Import shop.drawio.txt' });
  await expect(dialog.getByRole('checkbox', { name: 'Shop' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Title' })).not.toBeChecked();
  await expect(dialog.getByText(/1 thing that the file says nothing about.*“chip”/)).toBeVisible();
  await dialog.getByLabel('What “chip” becomes').selectOption({ label: 'Generic External Interactor' });
  await expect(dialog.getByText(/that the file says nothing about/)).toHaveCount(0);
  await expect(dialog.locator('.exchange-page img').first()).toBeVisible();
  expect((await axeOn(page).include('[role="dialog"]').analyze()).violations).toEqual([]);
  // The help lies above what is being decided.
  const lost = dialog.getByRole('listitem').filter({ hasText: 'pages without an element' });
  await lost.getByRole('button', { name: 'What this means' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Not taken from the file' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(lost.getByRole('button')).toBeFocused();
  await expect(dialog.getByLabel('What “chip” becomes')).toHaveValue('external GE.EI');
  await dialog.getByRole('button', { name: 'Import', exact: true }).press('Enter');
  // The file that waits is asked about over the model that came.
  const next = page.getByRole('dialog', { name: 'Import next.xml' });
  await next.getByRole('button', { name: 'Cancel' }).click();
  await expect(next).toHaveCount(0);
  await expect(drawn(page, 'Gadget')).toBeVisible();
  const model = await savedModel(page);
  expect(diagramOf(model).shapes.map((one) => [elementName(one), one.kind])).toEqual([
    ['Buyer', 'rectangle'],
    ['Checkout', 'ellipse'],
    ['Gadget', 'rectangle'],
  ]);
  expect(model.diagrams).toHaveLength(1);
  expect(model.threats.length).toBeGreaterThan(0);

  // The same file into the model that is in front, as one step; the choice is remembered.
  await openFiles(page, { name: 'again.xml', buffer: Buffer.from(SHOP) });
  const again = page.getByRole('dialog', { name: 'Import again.xml' });
  await expect(again.getByLabel('What “chip” becomes')).toHaveValue('external GE.EI');
  await again.getByLabel('Becomes', { exact: true }).selectOption('front');
  await again.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('tab', { name: /^Shop 2/ })).toBeVisible();
  await run(page, 'Undo');
  await expect(page.getByRole('tab', { name: /^Shop 2/ })).toHaveCount(0);

  // What that program copies is pasted as elements.
  await canvas(page).focus();
  await page.evaluate(
    (text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    },
    encodeURIComponent(graph(vertex('x', 'Ledger', 'shape=cylinder3', 0))),
  );
  await expect(drawn(page, 'Ledger')).toBeVisible();

  await run(page, 'Export as…');
  const out = page.getByRole('dialog', { name: /^Export / });
  await expect(out.getByText(/threats, left out/)).toBeVisible();
  // What is chosen is what the file has.
  await out.getByLabel('Format').selectOption('otm');
  await out.getByLabel('Threats at').selectOption('components');
  await expect(out.getByText(/threats, left out/)).toHaveCount(0);
  const download = page.waitForEvent('download');
  await out.getByRole('button', { name: 'Export', exact: true }).press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^shop.*\.otm$/);
  const { components, dataflows } = JSON.parse(readFileSync(await file.path(), 'utf8'));
  const withThreats = (all: readonly { threats?: readonly object[] }[]) =>
    all.filter(({ threats = [] }) => threats.length > 0).length;
  expect([withThreats(components) > 0, withThreats(dataflows)]).toEqual([true, 0]);
});
