import { isLaterTime, type Model, NEVER, type Threat } from '../document/index.ts';
import type { ReportOptions, Statement } from './model.ts';

/** A stored time without its fraction and offset: `2021-12-31 00:19:49`. */
export function shownDate(stored: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)/.exec(stored);
  return match === null ? stored : `${match[1]} ${match[2]}`;
}

/** Who changed a threat last and when, on one line; empty while nobody did. */
export const changedWords = ({ changedBy, modifiedAt }: Threat): string =>
  changedBy === null || modifiedAt === NEVER ? '' : `Changed by ${changedBy}, ${shownDate(modifiedAt)}`;

/** What people wrote about the model, in the order of the Windows tool's report. */
export const informationOf = ({ information }: Model): readonly Statement[] => [
  { label: 'Threat Model Name', value: information.name },
  { label: 'Owner', value: information.owner },
  { label: 'Reviewer', value: information.reviewer },
  { label: 'Contributors', value: information.contributors },
  { label: 'Description', value: information.description },
  { label: 'Assumptions', value: information.assumptions },
  { label: 'External Dependencies', value: information.externalDependencies },
];

/** What the report was made of and by, so that it can be made again and compared. */
export function recordOf({ template, threats }: Model, { tool, file }: ReportOptions): readonly Statement[] {
  const { name, version, author, id } = template.manifest;
  const last = threats
    .filter(({ changedBy }) => changedBy !== null)
    .reduce<Threat | undefined>(
      (latest, threat) =>
        latest === undefined || isLaterTime(threat.modifiedAt, latest.modifiedAt) ? threat : latest,
      undefined,
    );
  return [
    { label: 'Template', value: [name, version].filter((text) => text.trim() !== '').join(', version ') },
    { label: 'Template author', value: author },
    { label: 'Template id', value: id },
    { label: 'Made with', value: tool ?? '' },
    { label: 'Model file', value: file?.name ?? '' },
    { label: 'SHA-256 of the file', value: file?.sha256 ?? '' },
    { label: 'Last change of a threat', value: last === undefined ? '' : changedWords(last) },
  ].filter(({ value }) => value.trim() !== '');
}
