import type { ExportFormat, ImportFormat } from '../port.ts';
import { roughText } from '../text.ts';
import { OTM, OTM_YAML } from './facts.ts';
import { readOtm } from './read.ts';
import { writeOtm, writeOtmYaml } from './write.ts';

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
  write: writeOtm,
};

export const otmYaml: ExportFormat = { ...OTM_YAML, write: writeOtmYaml };
