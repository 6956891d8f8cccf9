import { laterWords } from '../../words/later.ts';
import type { FormatFacts } from '../port.ts';

/** Models of the Open Threat Model standard, as JSON; reading takes YAML, too. */
export const OTM = {
  id: 'otm',
  label: laterWords.foreignFormats.otm.label,
  extensions: ['.otm', '.otm.json', '.json'],
  mime: 'application/json',
  can: { reads: true, writes: true, lossless: false },
  note: laterWords.foreignFormats.otm.note,
} as const satisfies FormatFacts;

/** The same as YAML. */
export const OTM_YAML = {
  ...OTM,
  id: 'otm-yaml',
  label: laterWords.foreignFormats.otmYaml.label,
  extensions: ['.otm.yaml', '.yaml', '.yml'],
  mime: 'application/yaml',
} as const satisfies FormatFacts;
