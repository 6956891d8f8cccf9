import type { Model } from '../../core/document/index.ts';
import { addImported } from '../../core/edit/index.ts';
import { regenerating } from '../../core/engine/index.ts';
import { isWhollyOurs } from '../../core/session/index.ts';
import { lossWords } from '../../core/words/later.ts';
import {
  activateDocument,
  commit,
  type ForeignFile,
  notify,
  type OpenModel,
  openModel,
} from '../store/index.ts';
import { laterWords } from '../words/later.ts';
import type { Host } from './host.ts';
import { importInTime, inTime, stepsInTime } from './in-time.ts';
import { LOSSES_EXPLAINED, models, type PlannedImport, stemOf } from './planned.ts';

const { exchange: said } = laterWords;

interface Target {
  /** The model that takes the pages; null: they become a new one. */
  readonly into: OpenModel | null;
  readonly host: Host;
  readonly newGuid: () => string;
  /** Whether the question has not been closed meanwhile. */
  readonly isWanted: () => boolean;
  /** Closes the question, before what it asked for comes to the front. */
  readonly onDone: () => void;
  /** Whether what does not come along was said before. */
  readonly isTold: boolean;
}

/**
 * Makes of an import, once it is planned, a new model in a tab of its own, which no file holds: a save asks where to, and
 * never goes over the foreign file. Or adds its pages to an open model, as one step.
 */
export async function takeImport(
  { name, imported }: ForeignFile,
  wanted: () => Promise<PlannedImport | null>,
  { into, host, newGuid, isWanted, onDone, isTold }: Target,
): Promise<void> {
  const planned = await wanted();
  const built = planned && (await inTime(models, planned, isWanted));
  const made = built && (await importInTime(planned, built, host.engine, isWanted));
  if (planned === null || made === null) return;
  const { model, losses } = made;
  if (into === null) {
    const isOurs = isWhollyOurs(planned.draft);
    const whole: Model | null = isOurs ? model : await stepsInTime(regenerating(model), isWanted);
    if (whole === null || !isWanted()) return;
    onDone();
    openModel({
      fileName: host.freeName(stemOf(name, imported.format), '.tm7'),
      model: whole,
      saved: null,
    });
  } else {
    if (!isWanted()) return;
    onDone();
    activateDocument(into.id);
    commit(said.step({ file: name }), (before) => addImported(before, model, newGuid), { model: into.id });
  }
  // What is not kept was listed before, as a rule: it need not stand over the new model.
  const untold =
    isTold || losses.length === 0
      ? {}
      : ({ details: losses.map(lossWords), wrong: LOSSES_EXPLAINED } as const);
  notify({ tone: 'success', text: said.done({ file: name, diagrams: model.diagrams.length }), ...untold });
}
