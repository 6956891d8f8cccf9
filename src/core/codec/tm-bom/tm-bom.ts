import { laterWords } from '../../words/later.ts';
import type { ExportFormat, ExportOption, ImportFormat } from '../port.ts';
import { roughText } from '../text.ts';
import { TM_BOM } from './facts.ts';
import { readTmBom } from './read.ts';
import { SCOPE_OPTIONS, scopeToKeep } from './scope.ts';
import { type Picture, writeTmBom } from './write.ts';

const words = laterWords.foreignFormats.tmBomOptions.risks;

/** A risk for each threat; `risks` in the answers. */
const RISKS: ExportOption = {
  id: 'risks',
  label: words.label,
  values: (['without', 'with'] as const).map((id) => ({ id, label: words.values[id] })),
  usual: () => ['without'],
};

/** Threat models of OWASP's Threat Model Library, 1.0, with pictures of the diagrams by another format. */
export const tmBomWith = (picture: Picture): ImportFormat & ExportFormat => ({
  ...TM_BOM,
  sniff: (head) => {
    const text = roughText(head);
    if (!/^[^\p{L}\p{N}]{0,8}\{/u.test(text)) return 'no';
    if (/threat-model-library\/blob\/[^"]{0,80}threat-model\.schema\.json/.test(text)) return 'certain';
    const members = ['scope', 'trust_zones', 'trust_boundaries', 'data_stores', 'data_sets', 'data_flows'];
    const found = members.filter((name) => text.includes(`"${name}"`)).length;
    return found >= 3
      ? 'certain'
      : found > 0 && /"(trust_zone|data_sensitivity)/.test(text)
        ? 'likely'
        : 'no';
  },
  read: (bytes, { limits }) => readTmBom(bytes, limits),
  options: [...SCOPE_OPTIONS, RISKS],
  write: (model, answers = {}) => writeTmBom(model, picture, answers),
  noteToKeep: ({ notes }, answers) =>
    scopeToKeep(
      notes.map(({ message }) => message),
      answers,
    ),
});
