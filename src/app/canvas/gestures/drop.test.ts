import { describe, expect, it } from 'vitest';
import { type TypeId, typeId } from '../../../core/document/index.ts';
import { scene, shapes } from '../../../core/edit/testing/scene.ts';
import { modelPoint } from '../../../core/geometry/index.ts';
import { session } from '../../store/index.ts';
import { opened } from '../testing/opened.ts';
import type { Place } from '../testing/page.ts';
import { dropAt, ghostAt } from './place.ts';

/** Stencils dragged over the scene and dropped: a zone around a server and a store, a person and a note outside. */

const FREE: Place = [300, 500];
const ON_SERVER: Place = [shapes.server.left + 50, shapes.server.top + 50];
const ON_NOTE: Place = [shapes.note.left + 50, shapes.note.top + 50];

const point = ([x, y]: Place) => modelPoint(x, y);

describe('what a dragged stencil shows', () => {
  const shown = (type: string, at: Place) => {
    const { canvas } = opened(scene);
    ghostAt(canvas, typeId(type), point(at));
    const { ghost, aim } = canvas.live.getState();
    return { ghost, aim };
  };

  it('is the box of a shape, in the boundary that it would lie in', () => {
    const { ghost, aim } = shown('server', [400, 280]);
    expect(ghost).toMatchObject({ typeId: 'server', box: { width: 90, height: 90 } });
    expect(aim).toBe(shapes.zone.id);
  });

  it.each(['https', 'border'])('is the way of a line: %s', (type) => {
    const { ghost, aim } = shown(type, FREE);
    expect(ghost).toMatchObject({
      typeId: type,
      curve: { from: { x: 230, y: 500 }, to: { x: 370, y: 500 } },
    });
    expect(aim).toBeNull();
  });

  it('is the element that a flow would start from', () => {
    expect(shown('https', ON_SERVER)).toEqual({ ghost: null, aim: shapes.server.id });
  });

  it('is the line where nothing can be joined: on a note, and of a boundary', () => {
    expect(shown('https', ON_NOTE).ghost).not.toBeNull();
    expect(shown('border', ON_SERVER).ghost).not.toBeNull();
  });
});

describe('dropping', () => {
  const dropped = (type: TypeId, at: Place) => {
    const on = opened(scene);
    dropAt(on.canvas, type, point(at));
    return {
      popup: on.canvas.live.getState().popup,
      steps: on.steps(),
      lines: on.diagram().lines,
      open: on.now(),
    };
  };

  it('a flow on the ground draws a free flow, whose type new connections get', () => {
    const { popup, steps, lines, open } = dropped(typeId('https'), FREE);
    expect(popup).toBeNull();
    expect(steps).toEqual(['Add https name']);
    expect(lines.at(-1)).toMatchObject({
      typeId: 'https',
      source: { element: null, x: 230, y: 500 },
      target: { element: null, x: 370, y: 500 },
    });
    expect(open.flowTypeId).toBe('https');
  });

  it('a flow on an element asks what it leads to, and has changed nothing yet', () => {
    const { popup, steps, open } = dropped(typeId('https'), ON_SERVER);
    expect(popup).toEqual({ kind: 'connect', from: shapes.server.id });
    expect(steps).toEqual([]);
    expect(open.flowTypeId).toBe('https');
  });

  it('a boundary of any form is placed, wherever that is', () => {
    expect(dropped(typeId('border'), ON_SERVER).steps).toEqual(['Add border name']);
    expect(dropped(typeId('cloud'), ON_SERVER).steps).toEqual(['Add cloud name']);
  });

  it('what the template does not have leaves no trace', () => {
    session.setState({ notices: [] });
    expect(dropped(typeId('nothing'), FREE)).toMatchObject({ popup: null, steps: [] });
    expect(session.getState().notices).toEqual([]);
  });
});
