import type { Draft } from '../../core/codec/index.ts';
import { pasteImported } from '../../core/edit/index.ts';
import { lossWords } from '../../core/words/later.ts';
import { askImport, commit, newGuid, notify, type OtherPlace, session } from '../store/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import type { PasteHost } from './host.ts';
import { importInTime, inTime } from './in-time.ts';
import { choicesOf } from './kept-kinds.ts';
import { LOSSES_EXPLAINED, likelyPages, models, plannedImport, proposals } from './planned.ts';

const { exchange: said } = laterWords;

/** Characters of a text that is looked at; what is longer is a file, and is imported as one. */
const LONGEST = 4_000_000;

/** Programs put their files on the clipboard as they are, or as an address would have them. */
export function plainText(text: string): string {
  if (!/^\s*%3c/i.test(text)) return text;
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return text;
  }
}

/**
 * Pastes what another program has copied as elements and flows, on the stencils that were chosen for its kinds before:
 * one step. What one diagram has no place for is asked about as a file would be. False where the text is no file of
 * another program, or nothing in it stands for an element; what fails is told. Never rejects.
 */
export async function pasteOther(text: string, to: OtherPlace, host: PasteHost): Promise<boolean> {
  if (text.length > LONGEST) return false;
  try {
    return await pasted(text, to, host);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    notify({ tone: 'error', text: said.notPasted({ cause }), wrong: 'fault:clipboard' });
    return true;
  }
}

/** Whether a draft has elements, and more than one diagram takes: other pages with some, threats, notes. */
function isMoreThanOne({ diagrams, threats = [], notes = [] }: Draft, pages: ReadonlySet<string>): boolean {
  const filled = diagrams.filter(({ id, nodes, lines }) => pages.has(id) && nodes.length + lines.length > 0);
  return filled.length > 1 || (filled.length === 1 && threats.length + notes.length > 0);
}

async function pasted(
  text: string,
  { model: id, diagram, at }: OtherPlace,
  { engine, read }: PasteHost,
): Promise<boolean> {
  const imported = await read(new TextEncoder().encode(plainText(text)));
  if (imported === null) return false;
  const open = session.getState().documents.find((one) => one.id === id);
  // The model has been closed meanwhile.
  if (open?.kind !== 'model') return true;
  const { draft, format } = imported;
  const pages = likelyPages(draft);
  if (isMoreThanOne(draft, pages)) {
    askImport([{ id: newGuid(), name: said.clipboard, imported }]);
    return true;
  }
  const { template } = open.model;
  const isWanted = (): boolean => session.getState().documents.some((one) => one.id === id);
  const proposed = await inTime(proposals, { imported, pages, template }, isWanted);
  const planned = proposed && plannedImport(proposed, { kept: choicesOf(format), chosen: {} });
  const built = planned && (await inTime(models, planned, isWanted));
  const made = built && (await importInTime(planned, built, engine, isWanted));
  // It has been closed since.
  if (made === null) return true;
  const { model, losses } = made;
  const part = model.diagrams.find(({ shapes, lines }) => shapes.length + lines.length > 0);
  if (part === undefined) return false;
  const now = session.getState().documents.find((one) => one.id === id);
  if (now?.kind !== 'model') return true;
  const isThere = now.model.diagrams.some((one) => one.id === diagram);
  if (!isThere || now.model.template !== template) {
    const { diagramGone } = words.canvas.clipboard;
    notify({ tone: 'warning', text: isThere ? said.changed : diagramGone, wrong: 'fault:clipboard' });
    return true;
  }
  commit(words.canvas.steps.paste, (before) => pasteImported(before, diagram, part, { at, newGuid }), {
    model: id,
  });
  if (losses.length > 0)
    notify({
      tone: 'info',
      text: said.pasted({ count: losses.reduce((sum, { count }) => sum + count, 0) }),
      details: losses.map(lossWords),
      wrong: LOSSES_EXPLAINED,
    });
  return true;
}
