import { useEffect, useMemo, useRef, useState } from 'react';
import type { Template } from '../../core/document/index.ts';
import { type ForeignFile, newGuid, notify, type OpenModel } from '../store/index.ts';
import { useSliced } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import type { Host } from './host.ts';
import { inTime } from './in-time.ts';
import { choicesOf, forgetChoices, type KindChoices, keepChoices } from './kept-kinds.ts';
import {
  type Asked,
  type Choices,
  likelyPages,
  models,
  otherwise,
  type PlannedImport,
  plannedImport,
  proposals,
} from './planned.ts';
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
  /** The question was closed. */
  readonly onClose: () => void;
  /** The import was made. */
  readonly onDone: () => void;
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

interface Decided extends Choices {
  readonly pages: ReadonlySet<string>;
  /** Null while it is not there. */
  readonly template: Template | null;
}

/** What comes of what is decided, worked out beside everything that is more urgent: what was known last until then. */
function usePlans({ id, imported }: ForeignFile, { pages, template, kept, chosen }: Decided) {
  const { diagrams } = imported.draft;
  const asked = useMemo<Asked | null>(
    () => template && { imported, pages, template },
    [imported, pages, template],
  );
  /** With the pages that do not come along, for their pictures. */
  const askedOfAll = useMemo(
    () =>
      asked === null || pages.size === diagrams.length
        ? asked
        : { ...asked, pages: new Set(diagrams.map((one) => one.id)) },
    [asked, pages, diagrams],
  );
  const [some, all] = [useSliced(proposals, asked, id), useSliced(proposals, askedOfAll, id)];
  const planned = useMemo(() => some && plannedImport(some.value, { kept, chosen }), [some, kept, chosen]);
  const ofAll = useMemo(
    () => (all === some ? planned : all && plannedImport(all.value, { kept, chosen })),
    [all, some, planned, kept, chosen],
  );
  const built = useSliced(models, planned, id);
  const lines = useMemo(() => built && otherwise(built.value, built.of), [built]);
  const isNow = some?.of === asked;
  return { asked, planned, isNow, ofAll, lines, isTold: isNow && built !== null && built.of === planned };
}

/** All that is decided about an import, what comes of that, and doing it. */
export function useImport({ file, front, host, onDone }: Omit<ImportProps, 'onClose'>) {
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
  const plans = usePlans(file, { pages, template, kept, chosen });
  const { asked, planned } = plans;
  const isChosen = intoFront || !(templates.coming || templates.failed);
  const isAny = pages.size > 0 || draft.diagrams.length === 0;
  const ready = asked !== null && !working && isChosen && isAny;
  const wanted = async (): Promise<PlannedImport | null> => {
    if (planned !== null && plans.isNow) return planned;
    const proposed = asked && (await inTime(proposals, asked, isWanted));
    return proposed && plannedImport(proposed, { kept, chosen });
  };
  const take = async (): Promise<void> => {
    if (!ready) return;
    setWorking(true);
    keepChoices(format, chosen);
    try {
      const target = {
        into: intoFront ? front : null,
        host,
        newGuid,
        isWanted,
        onDone,
        isTold: plans.isTold,
      };
      await takeImport(file, wanted, target);
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      notify({ tone: 'error', text: said.failed({ file: name, cause }), wrong: 'fault:not-opened' });
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
    ofAll: plans.ofAll,
    lines: plans.lines,
    ready,
    working,
    take,
  };
}
