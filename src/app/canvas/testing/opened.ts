import type { Model } from '../../../core/document/index.ts';
import { firstOf } from '../../../core/edit/testing/scene.ts';
import {
  DEFAULT_SETTINGS,
  modelIn,
  type OpenModel,
  openModel,
  type Settings,
  session,
} from '../../store/index.ts';
import { type Canvas, createCanvas } from '../base/canvas.ts';
import { type Hand, type Keys, testPage } from './page.ts';

/** A canvas on a page with a model in front, and what a test asks of them. */
export interface Opened {
  readonly canvas: Canvas;
  readonly hand: Hand;
  /** The open model as it is now. */
  readonly now: () => OpenModel;
  readonly diagram: () => ReturnType<typeof firstOf>;
  /** The labels of the undo steps. */
  readonly steps: () => readonly string[];
}

/** Opens a model on a canvas of its own. Nothing snaps unless the settings say so: places are what they are. */
export function opened(model: Model, settings: Partial<Settings> = {}): Opened {
  session.setState({
    settings: { ...DEFAULT_SETTINGS, smartGuides: false, ...settings },
    tool: { kind: 'select' },
    view: 'diagram',
  });
  const id = openModel({ fileName: 'test.tm7', model });
  const canvas = createCanvas(`canvas-${id}`, (state) => modelIn(id, state));
  const now = () => {
    const open = canvas.open();
    if (open === null) throw new Error('The model was closed');
    return open;
  };
  return {
    canvas,
    hand: testPage().mount(canvas),
    now,
    diagram: () => firstOf(now().model),
    steps: () => now().history.past.map(({ label }) => label),
  };
}

export const SHIFT: Keys = { shiftKey: true };
export const ALT: Keys = { altKey: true };
export const MOD: Keys = { ctrlKey: true };
