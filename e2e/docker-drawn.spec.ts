import type { Page } from '@playwright/test';
import { displayName, elementsById, type Model } from '../src/core/document/index.ts';
import {
  canvas,
  chooseFromList,
  drag,
  drawn,
  middle,
  openScene,
  portOf,
  type Spot,
  sampleModel,
  savedModel,
  spot,
} from './canvas-kit.ts';
import { expect, openApp, test } from './fixture.ts';

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

/** What a person does by pointer, counted: a click and a drag are one action each. */
class Hand {
  readonly page: Page;
  actions = 0;
  constructor(page: Page) {
    this.page = page;
  }

  /** Presses what is read on the screen. */
  async click(name: string | RegExp): Promise<void> {
    this.actions++;
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Pulls a stencil, which may have to be scrolled to, onto the canvas. */
  async pull(stencil: string, at: Spot): Promise<void> {
    this.actions++;
    const button = this.page.getByRole('button', { name: stencil, exact: true });
    await button.scrollIntoViewIfNeeded();
    await drag(this.page, await middle(button), at);
    await expect(drawn(this.page, stencil)).toBeVisible();
  }

  async drag(from: Spot, to: Spot): Promise<void> {
    this.actions++;
    await drag(this.page, from, to);
  }
}

test.describe('a newcomer', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('draws the Docker Sample with its 20 threats by what is on the screen alone', async ({ page }) => {
    const hand = new Hand(page);
    await openApp(page);
    await hand.click(/^Containers/);
    await expect(page.getByRole('heading', { name: 'Three steps to a threat model' })).toBeVisible();

    const boundaries = [
      ['Docker Boundary', 150, 20, 890, 470],
      ['Network Boundary', 310, 110, 450, 270],
    ] as const;
    for (const [stencil, left, top, right, bottom] of boundaries) {
      await hand.click(stencil);
      await hand.drag(await spot(page, left, top), await spot(page, right, bottom));
      await expect(drawn(page, stencil)).toBeVisible();
    }
    const shapes = [
      ['User', 70, 190],
      ['Container', 380, 200],
      ['Volume', 720, 100],
      ['Host', 720, 250],
      ['Docker Registry', 220, 400],
      ['Image', 400, 400],
      ['Secret', 600, 400],
    ] as const;
    for (const [stencil, x, y] of shapes) await hand.pull(stencil, await spot(page, x, y));
    const flows = [
      ['User', 'East', 'Container', 'HTTP'],
      ['Secret', 'West', 'Image', 'HTTPS'],
      ['Docker Registry', 'East', 'Image', 'HTTPS'],
      ['Container', 'East', 'Volume', 'HTTPS'],
      ['Image', 'North', 'Container', 'Process'],
      ['Container', 'SouthEast', 'Host', 'Process'],
    ] as const;
    // What new connections are is read in the list of stencils.
    let type = 'HTTP';
    for (const [from, port, to, wanted] of flows) {
      if (wanted !== type) await hand.click(wanted);
      type = wanted;
      await hand.drag(await portOf(page, from, port), await middle(drawn(page, to)));
    }
    await expect(page.getByRole('tab', { name: 'Threats 20' })).toBeVisible();
    expect(hand.actions).toBeLessThanOrEqual(25);
    expect(threatsOf(await savedModel(page))).toEqual(threatsOf(sampleModel()));
  });
});

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
