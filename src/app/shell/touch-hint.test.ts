import { beforeEach, expect, it } from 'vitest';
import { scene, shapes } from '../../core/edit/testing/scene.ts';
import { openModel, select, session } from '../store/index.ts';
import { once } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { hintLongPress } from './touch-hint.ts';

const fresh = () =>
  once(
    'hint',
    () => undefined,
    () => undefined,
  );
const hints = () =>
  session.getState().notices.filter(({ text }) => text === laterWords.touch.longPress).length;
const press = (page: EventTarget, pointerType: string) =>
  page.dispatchEvent(Object.assign(new Event('pointerdown'), { pointerType }));

beforeEach(() => {
  session.setState({ notices: [] });
  openModel({ fileName: 'a.tm7', model: scene });
});

it('is told when a finger has selected something, and once where the browser keeps nothing', () => {
  const [page, hint] = [new EventTarget(), fresh()];
  hintLongPress(page, hint);
  press(page, 'touch');
  expect(hints()).toBe(0);
  select([shapes.person.id]);
  expect(hints()).toBe(1);
  select([]);
  select([shapes.server.id]);
  expect(hints()).toBe(1);
  hintLongPress(page, hint);
  select([]);
  press(page, 'touch');
  select([shapes.person.id]);
  expect(hints()).toBe(1);
});

it('is not told to whoever has a mouse, or selects by keys', () => {
  const page = new EventTarget();
  const end = hintLongPress(page, fresh());
  press(page, 'mouse');
  select([shapes.person.id]);
  select([]);
  press(page, 'touch');
  page.dispatchEvent(new Event('keydown'));
  select([shapes.person.id]);
  expect(hints()).toBe(0);
  end();
});
