import { laterWords } from '../../words/later.ts';
import type { ExportFormat, ExportOption, ImportFormat } from '../port.ts';
import { roughText } from '../text.ts';
import { OTM, OTM_YAML } from './facts.ts';
import { readOtm } from './read.ts';
import { writeOtm, writeOtmYaml } from './write.ts';

const words = laterWords.foreignFormats.otmOptions.threats;

/** Where threats stand: some programs know them at components alone (exchange 4.2). */
const THREATS: ExportOption = {
  id: 'threats',
  label: words.label,
  values: (['flows', 'components'] as const).map((id) => ({ id, label: words.values[id] })),
  usual: () => ['flows'],
};

/** Open Threat Models: 0.1 and 0.2 are read, JSON and YAML, 0.2 is written. */
export const otm: ImportFormat & ExportFormat = {
  ...OTM,
  sniff: (head) => {
    const text = roughText(head);
    if (/^\s*</.test(text)) return 'no';
    if (/"otmVersion"\s*:|(^|[{,])[ '"]{0,8}otmVersion['"]? *:/m.test(text)) return 'certain';
    // The member may stand behind all others.
    return /"(trustZones?|dataflows)"\s*:|^[ -]*(trustZones?|dataflows)[ ]*:/m.test(text) ? 'likely' : 'no';
  },
  read: (bytes, { limits }) => readOtm(bytes, limits),
  options: [THREATS],
  write: writeOtm,
};

export const otmYaml: ExportFormat = { ...OTM_YAML, options: [THREATS], write: writeOtmYaml };
