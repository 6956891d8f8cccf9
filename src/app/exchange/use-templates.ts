import { useEffect, useState } from 'react';
import type { Template } from '../../core/document/index.ts';
import type { OpenModel } from '../store/index.ts';
import type { Host, TemplateChoice } from './host.ts';

/** What stands for the template of the model in front. */
export const IN_USE = 'in use';
/** What an import stands on where nobody says otherwise, as on the command line. */
const USUAL = 'stride-core';

export interface Templates {
  readonly choices: readonly TemplateChoice[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
  /** Null while it is fetched, or when it cannot be had. */
  readonly template: Template | null;
  readonly failed: boolean;
  /** The chosen one is not there yet. */
  readonly coming: boolean;
}

/** The templates that an import can stand on, and the chosen one: at first that of the model in front, else the usual one. */
export function useTemplates(host: Host, front: OpenModel | null): Templates {
  const [choices, setChoices] = useState<readonly TemplateChoice[]>([]);
  const [chosen, choose] = useState(front === null ? USUAL : IN_USE);
  const [had, setHad] = useState<{ readonly id: string; readonly template: Template | null } | null>(null);
  useEffect(() => {
    let current = true;
    void host.templates().then((found) => current && setChoices(found));
    return () => {
      current = false;
    };
  }, [host]);
  const choice = choices.find(({ id }) => id === chosen) ?? (chosen === IN_USE ? undefined : choices[0]);
  useEffect(() => {
    if (choice === undefined) return;
    let current = true;
    void choice.read().then((template) => current && setHad({ id: choice.id, template }));
    return () => {
      current = false;
    };
  }, [choice]);
  if (chosen === IN_USE && front !== null)
    return { choices, chosen, choose, template: front.model.template, failed: false, coming: false };
  const isHad = had !== null && had.id === choice?.id;
  return {
    choices,
    chosen: choice?.id ?? chosen,
    choose,
    // The last one stays to be seen until the next is there.
    template: had?.template ?? null,
    failed: isHad && had.template === null,
    coming: !isHad,
  };
}
