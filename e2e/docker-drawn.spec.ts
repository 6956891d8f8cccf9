import type { Page } from '@playwright/test';
import { displayName, elementsById, type Model } from '../src/core/document/index.ts';
import {
  canvas,
  chooseFromList,
  connect,
  drag,
  drawn,
  middle,
  openScene,
  place,
  sampleModel,
  savedModel,
  spot,
} from './canvas-kit.ts';
import { expect, test } from './fixture.ts';

/** Threats as type and names of what they lie between: what must not depend on how a diagram was drawn. */
function threatsOf(model: Model): string[] {
  const elements = model.diagrams.map(elementsById);
  const name = (id: Parameters<(typeof elements)[number]['get']>[0]) => {
    const found = elements.map((index) => index.get(id)).find((element) => element !== undefined);
    return found === undefined ? '?' : displayName(found);
  };
  return model.threats
    .map(({ typeId, sourceId, flowId, targetId }) =>
      [typeId, name(sourceId), name(flowId), name(targetId)].join(' '),
    )
    .sort();
}

test('the Docker Sample drawn by pointer has the 20 threats of the sample', async ({ page }) => {
  await openScene(page);
  const shapes = [
    ['User', 90, 230],
    ['Container', 540, 210],
    ['Volume', 920, 170],
    ['Host', 920, 330],
    ['Docker Registry', 290, 460],
    ['Image', 540, 460],
    ['Secret', 790, 460],
  ] as const;
  for (const [name, x, y] of shapes) await place(page, x, y, name);

  // Boundaries are put down and pulled into size by their corners.
  const boundaries = [
    ['Docker Boundary', 320, 400, [200, 40, 1040, 560]],
    ['Network Boundary', 450, 330, [400, 110, 690, 300]],
  ] as const;
  for (const [name, x, y, [left, top, right, bottom]] of boundaries) {
    await place(page, x, y, name);
    await drag(page, await corner(page, 'nw'), await spot(page, left, top));
    await drag(page, await corner(page, 'se'), await spot(page, right, bottom));
    await page.keyboard.press('Escape');
  }

  const flows = [
    ['User', 'East', 'Container', 'HTTP'],
    ['Secret', 'West', 'Image', 'HTTPS'],
    ['Docker Registry', 'East', 'Image', 'HTTPS'],
    ['Container', 'East', 'Volume', 'HTTPS'],
    ['Image', 'North', 'Container', 'Process'],
    ['Container', 'SouthEast', 'Host', 'Process'],
  ] as const;
  let chosen = '';
  for (const [from, port, to, type] of flows) {
    await connect(page, from, port, to);
    if (type !== chosen) {
      await page.keyboard.press('Alt+t');
      await chooseFromList(page, type);
      chosen = type;
    }
    await page.keyboard.press('Escape');
  }
  await expect(drawn(page, 'HTTPS')).toHaveCount(3);

  const model = await savedModel(page);
  expect(model.threats).toHaveLength(20);
  expect(threatsOf(model)).toEqual(threatsOf(sampleModel()));
});

async function corner(page: Page, name: string) {
  return await middle(canvas(page).locator(`[data-corner="${name}"] .canvas-corner`));
}

test('the Docker Sample drawn by keyboard alone has the 20 threats of the sample', async ({ page }) => {
  await openScene(page);
  await canvas(page).focus();
  const key = (...keys: string[]) =>
    keys.reduce((done, each) => done.then(() => page.keyboard.press(each)), Promise.resolve());
  const add = async (name: string, keys = 'Enter') => {
    await page.keyboard.press('/');
    await chooseFromList(page, name, keys);
  };
  const find = async (name: string) => {
    await page.keyboard.press('ControlOrMeta+f');
    await chooseFromList(page, name);
  };
  /** From the selected element to another one, by a flow of the type. */
  const flowTo = async (name: string, type: string) => {
    await page.keyboard.press('>');
    await chooseFromList(page, name, 'Alt+Enter');
    await chooseFromList(page, type);
  };

  await add('Container');
  await add('Volume');
  await find('Container');
  await flowTo('Volume', 'HTTPS');
  await find('Container');
  await add('Image');
  await flowTo('Container', 'Process');
  await find('Image');
  await add('Secret');
  await flowTo('Image', 'HTTPS');
  await find('Image');
  await add('Docker Registry');
  await flowTo('Image', 'HTTPS');
  await find('Container');
  await add('Host');
  await find('Container');
  await flowTo('Host', 'Process');
  await find('Container');
  await add('Network Boundary');
  await key('ControlOrMeta+a');
  await add('Docker Boundary');
  await key('Escape');
  // The user stands outside: pushed over the edge of the boundary by large steps.
  await add('User');
  const outside = (model: Model) => {
    const shapes = model.diagrams.flatMap((diagram) => diagram.shapes);
    const user = shapes.find((shape) => displayName(shape) === 'User');
    const docker = shapes.find((shape) => displayName(shape) === 'Docker Boundary');
    return user !== undefined && docker !== undefined && user.top > docker.top + docker.height;
  };
  for (let step = 0; step < 20 && !outside(await savedModel(page)); step++)
    await key('ControlOrMeta+ArrowDown');
  await flowTo('Container', 'HTTP');

  const model = await savedModel(page);
  expect(threatsOf(model)).toEqual(threatsOf(sampleModel()));
  expect(model.threats).toHaveLength(20);
});
