import type { Locator, Page } from '@playwright/test';
import { readModel } from '../src/core/codec/index.ts';
import { type Diagram, displayName, type Model, type Shape } from '../src/core/document/index.ts';
import { bytesOf, expect, openFiles, templateFile } from './fixture.ts';
import { sceneFile } from './scenes/build.ts';
import type { Scene } from './scenes/scene.ts';

/** An empty diagram. */
const EMPTY: Scene = {};

const SAMPLE = 'docker-sample';

export interface OpenOptions {
  /** Whether the panels around the canvas are shown. Without them the diagram has the window. */
  readonly panels?: boolean;
  readonly fileName?: string;
}

/**
 * Opens the app with a scene in front, as a file would be. The focus is on the canvas and nothing is selected. The
 * scenes of tests fit into the window: a model unit is a pixel, and `modelSpot` says where one is.
 */
export async function openScene(
  page: Page,
  scene: Scene = EMPTY,
  { panels = false, fileName = 'drawn.tm7' }: OpenOptions = {},
): Promise<void> {
  if (!panels) await page.addInitScript(hidePanels);
  await page.goto('/');
  await openFiles(page, { name: fileName, buffer: sceneFile(scene) });
  // Large files take their time on a small machine.
  await expect(page.locator('.react-flow__viewport')).toBeAttached({ timeout: 20_000 });
  await canvas(page).focus();
}

/**
 * Opens samples of ours as a person does, the last one in front: the Docker Sample when none is named. Nothing has
 * the focus.
 */
export async function openSample(page: Page, ...names: readonly string[]): Promise<void> {
  const opened = names.length === 0 ? [SAMPLE] : names;
  await page.goto('/');
  await openFiles(page, ...opened.map((name) => templateFile(`${name}.tm7`)));
  await expect(page.getByRole('button', { name: /^Close / })).toHaveCount(opened.length);
  await expect(page).toHaveTitle(new RegExp(`^${opened.at(-1)}`));
  await expect(canvas(page).locator('.react-flow__node').first()).toBeVisible();
  // The lists beside the canvas come after it.
  await expect(page.locator('[data-coming]')).toHaveCount(0);
}

/** The same, with the focus on the canvas. */
export async function openOnCanvas(page: Page, ...names: readonly string[]): Promise<void> {
  await openSample(page, ...names);
  await canvas(page).focus();
}

/** Opens two copies of one file, so that all ids in both are the same; the second is in front. */
export const openTwo = (page: Page): Promise<void> => openSample(page, SAMPLE, SAMPLE);

/** Runs in the page, before the app reads its settings; a choice that is stored already stays. */
function hidePanels(): void {
  // The report's frame has no storage.
  if (window.top !== window) return;
  const panel = { open: false };
  const settings = { leftPanel: panel, rightPanel: panel, bottomPanel: panel };
  if (localStorage.getItem('trustline.settings') === null)
    localStorage.setItem('trustline.settings', JSON.stringify({ version: 1, settings }));
}

export const canvas = (page: Page): Locator => page.getByRole('application');

/** Elements, boundaries and flows of a name, drawn on the canvas. */
export const drawn = (page: Page, name: string): Locator =>
  canvas(page).getByRole('img', { name: new RegExp(`^${name}, `) });

/** The frames around what is selected. */
export const frames = (page: Page): Locator => canvas(page).locator('.canvas-frame');

/** Expects a text where screen readers are told what happened. */
export const said = (page: Page, text: string | RegExp): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: text })).toHaveCount(1);

/** Saves and reads what was saved. */
export async function savedModel(page: Page): Promise<Model> {
  const download = page.waitForEvent('download');
  await page.keyboard.press('ControlOrMeta+s');
  const file = await (await download).path();
  return modelOf(bytesOf(file));
}

/** The model in a file, which must be readable. */
export function modelOf(bytes: Uint8Array): Model {
  const read = readModel(new Uint8Array(bytes));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.model;
}

/** The Docker Sample as a model. */
export const sampleModel = (): Model => modelOf(bytesOf(templateFile(`${SAMPLE}.tm7`)));

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
  const palette = page.getByRole('dialog', { name: 'Commands and search' });
  await palette.getByRole('option', { name: command }).first().click();
  await expect(palette).toHaveCount(0);
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

/** A point of the diagram, in model units, as a place on the page. */
export async function modelSpot(page: Page, x: number, y: number): Promise<Spot> {
  const view = await page.locator('.react-flow__viewport').getAttribute('style');
  const [dx = 0, dy = 0, zoom = 1] = (view?.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  return await spot(page, dx + x * zoom, dy + y * zoom);
}

/** Clicks an element, or a flow at its label, so that it alone is selected. */
export async function select(page: Page, name: string): Promise<void> {
  const label = drawn(page, name).locator('[data-part="label"]');
  const target = await middle((await label.count()) > 0 ? label : drawn(page, name));
  await page.mouse.click(target.x, target.y);
  await expect(canvas(page).locator('[data-state="selected"]')).toHaveCount(1);
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
