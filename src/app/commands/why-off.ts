import { activeDocument, type Command, type SessionState, session } from '../store/index.ts';
import { isMeant } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

const { whyOff: said } = laterWords;

type Reason = keyof typeof said;
/** Where a command works: beyond it nothing else matters. */
type Place = 'anywhere' | 'document' | 'model' | 'template' | 'diagram' | 'editing';

/**
 * What each command needs that can be off: by its id, or the beginning of several; the first that fits counts. A test
 * fails on one that is missing.
 */
const NEEDS: readonly (readonly [by: string, place: Place, reason?: Reason])[] = [
  ['file.save-all', 'anywhere', 'unsaved'],
  ['file.save', 'document'],
  ['file.save-as', 'document'],
  ['file.close', 'document'],
  ['file.close-others', 'document', 'documents'],
  ['file.new-on-template', 'template'],
  ['file.merge-template', 'template'],
  ['file.', 'model'],
  ['export.', 'model'],
  ['edit.undo', 'document', 'undo'],
  ['edit.redo', 'document', 'redo'],

  ['edit.rename', 'editing', 'oneElement'],
  ['edit.change-type', 'editing', 'oneKind'],
  ['edit.reverse', 'editing', 'flow'],
  ['edit.change-source', 'editing', 'oneFlow'],
  ['edit.change-target', 'editing', 'oneFlow'],
  ['edit.reroute', 'editing', 'flows'],
  ['edit.out-of-scope', 'editing', 'scoped'],
  ['edit.paste', 'editing'],
  ['edit.paste-threats', 'editing'],
  ['edit.', 'editing', 'elements'],
  ['insert.quick', 'editing'],
  ['insert.connect', 'editing', 'oneShape'],
  ['diagram.add', 'editing'],
  ['diagram.duplicate', 'editing'],
  ['diagram.next', 'diagram', 'diagrams'],
  ['diagram.previous', 'diagram', 'diagrams'],
  ['diagram.', 'editing', 'diagrams'],

  ['arrange.distribute-horizontal', 'editing', 'threeShapes'],
  ['arrange.distribute-vertical', 'editing', 'threeShapes'],
  ['arrange.front', 'editing', 'shape'],
  ['arrange.back', 'editing', 'shape'],
  ['arrange.tidy', 'editing', 'anElement'],
  ['arrange.', 'editing', 'twoShapes'],
  ['resize.', 'editing', 'shape'],
  ['nudge.', 'editing', 'elements'],
  ['move.', 'editing', 'elements'],
  ['move-far.', 'editing', 'elements'],

  ['select.all', 'diagram'],
  ['select.none', 'diagram', 'somethingToDrop'],
  ['select.', 'editing', 'elements'],
  ['picture.save-selection-', 'diagram', 'elements'],
  ['picture.', 'diagram'],

  ['view.pan-', 'diagram', 'nothingSelected'],
  ['view.maximise', 'diagram', 'wide'],
  ['view.diagram', 'model'],
  ['view.threats', 'model'],
  ['view.report', 'model'],
  ['view.present', 'model'],
  ['view.', 'diagram'],
  ['help.', 'diagram'],

  ['go.start', 'anywhere', 'startPage'],
  ['go.next-model', 'anywhere', 'documents'],
  ['go.previous-model', 'anywhere', 'documents'],
  ['go.left', 'diagram'],
  ['go.right', 'diagram'],
  ['go.up', 'diagram'],
  ['go.down', 'diagram'],
  ['go.next', 'diagram'],
  ['go.previous', 'diagram'],
  ['go.along', 'diagram'],
  ['go.back', 'diagram'],
  ['go.canvas', 'diagram'],
  ['go.', 'editing'],

  ['threats.add', 'model', 'attachedFlow'],
  ['threats.of-selection', 'editing', 'flows'],
  ['threats.show', 'model', 'oneThreat'],
  ['threats.duplicate', 'model', 'ownThreat'],
  ['threats.move', 'model', 'ownThreat'],
  ['threats.remove', 'model', 'removable'],
  ['threats.answer-type', 'model', 'alike'],
  ['threats.copy-justification', 'model', 'justified'],
  ['threats.select-all', 'model', 'threats'],
  ['threats.replace', 'model', 'threats'],
  ['threats.state.', 'model', 'threat'],
  ['threats.priority.', 'model', 'threat'],
  ['threats.select-type', 'model', 'threat'],
  ['threats.edit-selected', 'model', 'threat'],
  ['threats.', 'model'],
];

/** What is missing for a command to work where the app stands; null where nothing is. */
function missingPlace(place: Place, state: SessionState): Reason | null {
  const front = activeDocument(state)?.kind;
  if (place === 'anywhere') return null;
  if (front === undefined) return place === 'template' || place === 'document' ? place : 'model';
  if (place === 'document') return null;
  if (place === 'template') return front === 'template' ? null : 'template';
  if (front !== 'model') return 'model';
  if (place === 'model') return null;
  if (state.view !== 'diagram') return 'diagram';
  return place === 'editing' && state.presenting ? 'presenting' : null;
}

/** Why a command is off, by its id. */
export function reasonOf(id: string, state: SessionState = session.getState()): Reason {
  const need = NEEDS.find(([by]) => isMeant(id, by));
  if (need === undefined) return 'other';
  const [, place, reason] = need;
  return missingPlace(place, state) ?? reason ?? 'other';
}

/** What a command that is off needs, as a sentence; undefined for one that can be run. */
export const whyOff = ({ id, enabled }: Pick<Command, 'id' | 'enabled'>): string | undefined =>
  enabled?.() === false ? said[reasonOf(id)] : undefined;
