import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { readModel, readTemplate, writeModel } from '../src/core/codec/index.ts';
import {
  type Diagram,
  displayName,
  type ElementId,
  type Model,
  newModel,
  newShape,
  type Shape,
  typeId,
} from '../src/core/document/index.ts';
import { addLine, addShape, type Route, routeLine, setName } from '../src/core/edit/index.ts';
import { refusalWords } from '../src/core/words/index.ts';
import { expect, openFiles, templateFile } from './fixture.ts';

type Box = Parameters<typeof newShape>[2];

/** Draws on a diagram by the names of the template's types. What is not named keeps the name of its type. */
export interface Pen {
  readonly shape: (type: string, box: Box, name?: string) => ElementId;
  readonly line: (type: string, route: Route, name?: string) => ElementId;
}

/** A model with one diagram, by a template of ours, as a file: empty, or with what the pen draws. */
export function drawnModel(template: string, draw: (pen: Pen) => void): Buffer {
  const read = readTemplate(new Uint8Array(readFileSync(templateFile(`${template}.tb7`))));
  if (!read.ok) throw new Error(refusalWords(read.error));
  let next = 1;
  const newGuid = () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`;
  let model = newModel(read.value.template, newGuid);
  const { id: diagram } = diagramOf(model);
  const types = [...model.template.standardElements, ...model.template.genericElements];
  const byName = (name: string) => {
    const found = types.find((type) => type.name === name);
    if (found === undefined) throw new Error(`The template has no ${name}`);
    return typeId(found.id);
  };
  const named = (id: ElementId, name?: string): ElementId => {
    if (name !== undefined) model = setName(model, id, name);
    return id;
  };
  draw({
    shape: (type, box, name) => {
      const shape = newShape(model.template, byName(type), box, newGuid);
      model = addShape(model, diagram, shape);
      return named(shape.id, name);
    },
    line: (type, route, name) => {
      const line = routeLine(model, diagram, byName(type), route, newGuid);
      if (line === undefined) throw new Error(`There is no way for ${type}`);
      model = addLine(model, diagram, line);
      return named(line.id, name);
    },
  });
  return Buffer.from(writeModel(model));
}

/** A model with one empty diagram, by a template of ours, as a file. */
export const emptyModel = (template: string): Buffer => drawnModel(template, () => undefined);

/** Opens the app with a model in front; saving downloads, so that the test can read the file. */
export async function openModel(page: Page, buffer: Buffer): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
    Reflect.deleteProperty(window, 'showOpenFilePicker');
  });
  await page.goto('/');
  await openFiles(page, { name: 'drawn.tm7', mimeType: 'application/octet-stream', buffer });
  await expect(canvas(page)).toBeVisible();
  await expect(page.locator('.react-flow__viewport')).toBeAttached();
}

/** Opens the app with an empty diagram in front. */
export const openEmpty = (page: Page, template = 'containers'): Promise<void> =>
  openModel(page, emptyModel(template));

export const canvas = (page: Page): Locator => page.getByRole('application');

/** Elements, boundaries and flows of a name, drawn on the canvas. */
export const drawn = (page: Page, name: string): Locator =>
  canvas(page).getByRole('img', { name: new RegExp(`^${name}, `) });

/** Saves and reads what was saved. */
export async function savedModel(page: Page): Promise<Model> {
  const download = page.waitForEvent('download');
  await page.keyboard.press('ControlOrMeta+s');
  const file = await (await download).path();
  const read = readModel(new Uint8Array(readFileSync(file)));
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.model;
}

/** A diagram of a model by its place; there must be one. */
export function diagramOf(model: Model, index = 0): Diagram {
  const diagram = model.diagrams[index];
  if (diagram === undefined) throw new Error(`There is no diagram ${index}`);
  return diagram;
}

/** The first shape of a name on any diagram; there must be one. */
export function shape(model: Model, name: string): Shape {
  const found = model.diagrams.flatMap((diagram) => diagram.shapes).find((one) => displayName(one) === name);
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
}

/** Runs a command by its name in the palette. */
export async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type(command);
  await page.getByRole('dialog').getByRole('option', { name: command }).first().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // A command runs when its list has closed and given the focus back: in a task of its own.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A place on the canvas, from its top left corner in pixels, as a place on the page. */
export async function spot(page: Page, x: number, y: number): Promise<Spot> {
  const box = await canvas(page).boundingBox();
  if (box === null) throw new Error('The canvas is not on the screen');
  return { x: box.x + x, y: box.y + y };
}

/** The middle of what is drawn, as a place on the page. */
export async function middle(target: Locator): Promise<Spot> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('It is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses, moves in steps and lets go. */
export async function drag(page: Page, from: Spot, to: Spot, held: readonly string[] = []): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const key of held) await page.keyboard.down(key);
  for (let step = 1; step <= 6; step++) {
    await page.mouse.move(from.x + ((to.x - from.x) * step) / 6, from.y + ((to.y - from.y) * step) / 6);
  }
  await page.mouse.up();
  for (const key of held) await page.keyboard.up(key);
}

/** Double-clicks an empty place, finds a stencil by its name and puts it there. */
export async function place(page: Page, x: number, y: number, stencil: string): Promise<void> {
  const at = await spot(page, x, y);
  await page.mouse.dblclick(at.x, at.y);
  await chooseFromList(page, stencil);
}

/** Types into the open list until the name is on top, and takes it. */
export async function chooseFromList(page: Page, name: string, keys = 'Enter'): Promise<void> {
  const list = page.locator('.canvas-popup');
  await expect(list).toBeVisible();
  await page.keyboard.type(name);
  await expect(list.locator('[aria-selected="true"]')).toHaveText(new RegExp(`^${name}`));
  await page.keyboard.press(keys);
  if (keys === 'Enter') await expect(list).toBeHidden();
}

/** Drags from a port of one element to another element. */
export async function connect(page: Page, from: string, port: string, to: string): Promise<void> {
  const target = await middle(drawn(page, to));
  await drag(page, await portOf(page, from, port), target);
}

/** Hovers an element until its ports show, and gives the place of one. */
export async function portOf(page: Page, name: string, port: string): Promise<Spot> {
  const at = await middle(drawn(page, name));
  await page.mouse.move(at.x, at.y);
  const dot = canvas(page).locator(`[data-port="${port}"] .canvas-port-dot`);
  await expect(dot).toBeVisible();
  return await middle(dot);
}

/** Hides or shows the panels around the canvas, so that a drawing has room. */
export async function panels(page: Page, shown: boolean): Promise<void> {
  const toggle = page.getByRole('button', { name: 'Stencils and outline' });
  await expect(toggle).toHaveAttribute('aria-pressed', String(!shown));
  await page.keyboard.press('ControlOrMeta+\\');
  await expect(toggle).toHaveAttribute('aria-pressed', String(shown));
}
