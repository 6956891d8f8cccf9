import type { ExportFormat, ImportFormat } from '../port.ts';
import { roughText } from '../text.ts';
import { THREAT_DRAGON } from './facts.ts';
import { readThreatDragon } from './read.ts';
import { writeThreatDragon } from './write.ts';

/** Models of Threat Dragon: versions 1 and 2 are read, 2 is written. */
export const threatDragon: ImportFormat & ExportFormat = {
  ...THREAT_DRAGON,
  sniff: (head) => {
    const text = roughText(head);
    if (!/^[^\p{L}\p{N}]{0,8}\{/u.test(text)) return 'no';
    if (/"(diagramTop|threatTop|diagramJson)"|"tm\.(Actor|Process|Store|Flow)"/.test(text)) return 'certain';
    return /"summary"|"detail"/.test(text) ? 'likely' : 'possible';
  },
  read: (bytes, { limits }) => readThreatDragon(bytes, limits),
  write: writeThreatDragon,
};
