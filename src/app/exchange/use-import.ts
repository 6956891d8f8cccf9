import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { type ForeignFile, newGuid, notify, type OpenModel } from '../store/index.ts';
import { laterWords } from '../words/later.ts';
import type { Host } from './host.ts';
import { choicesOf, forgetChoices, type KindChoices, keepChoices } from './kept-kinds.ts';
import { type Decided, likelyPages, otherwise, plannedImport } from './planned.ts';
import { takeImport } from './take.ts';
import { useTemplates } from './use-templates.ts';

const { exchange: said } = laterWords;

export interface ImportProps {
  readonly file: ForeignFile;
  /** The model in front, which may take the pages. */
  readonly front: OpenModel | null;
  /** How many files wait behind this one. */
  readonly waiting: number;
  readonly host: Host;
  readonly onClose: () => void;
}

/** Whether the component is still there, for what comes back later. */
function useIsThere(): () => boolean {
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  return () => there.current;
}

/** What was decided about the kinds of a format, now and before. */
function useChoices(format: string) {
  const [kept, setKept] = useState(() => choicesOf(format));
  const [chosen, setChosen] = useState<KindChoices>({});
  const forget = (): void => {
    forgetChoices(format);
    setKept({});
    setChosen({});
  };
  const choose = (choice: KindChoices): void => setChosen((before) => ({ ...before, ...choice }));
  return { kept, chosen, choose, forget, isAny: Object.keys({ ...kept, ...chosen }).length > 0 };
}

/** All that is decided about an import, what comes of that, and doing it. */
export function useImport({ file, front, host, onClose }: ImportProps) {
  const { name, imported } = file;
  const { draft, format } = imported;
  const [pages, setPages] = useState(() => likelyPages(draft));
  const [intoFront, setIntoFront] = useState(false);
  const choices = useChoices(format);
  const { kept, chosen } = choices;
  const [working, setWorking] = useState(false);
  const isWanted = useIsThere();
  const templates = useTemplates(host, front);
  const template = intoFront && front !== null ? front.model.template : templates.template;
  const asked = useMemo(() => {
    if (template === null) return null;
    const decided: Decided = { pages, template, kept, chosen };
    return { decided, planned: plannedImport(imported, decided) };
  }, [imported, pages, template, kept, chosen]);
  const planned = asked?.planned ?? null;
  // Choosing does not wait for what comes of it.
  const shown = useDeferredValue(asked);
  const ofAll = useMemo(() => {
    if (shown === null || shown.decided.pages.size === draft.diagrams.length) return shown?.planned ?? null;
    return plannedImport(imported, shown.decided, true);
  }, [imported, draft, shown]);
  const lines = useMemo(() => shown && otherwise(shown.planned, shown.decided), [shown]);
  const isChosen = intoFront || !(templates.coming || templates.failed);
  const isAny = pages.size > 0 || draft.diagrams.length === 0;
  const ready = planned !== null && !working && isChosen && isAny;
  const take = async (): Promise<void> => {
    if (!ready) return;
    setWorking(true);
    keepChoices(format, chosen);
    try {
      await takeImport(file, planned, { into: intoFront ? front : null, host, newGuid, isWanted, onClose });
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      notify({ tone: 'error', text: said.failed({ file: name, cause }) });
      setWorking(false);
    }
  };
  const tick = (id: string, ticked: boolean): void =>
    setPages(new Set(ticked ? [...pages, id] : [...pages].filter((one) => one !== id)));
  return {
    pages,
    tick,
    intoFront,
    setIntoFront,
    choices,
    templates,
    planned,
    ofAll,
    lines: lines ?? [],
    ready,
    working,
    take,
  };
}
