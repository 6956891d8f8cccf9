import type { Model } from '../../core/document/index.ts';
import { staleThreats, validate } from '../../core/engine/index.ts';
import {
  buildReport,
  type Report,
  renderCsv,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderPdf,
} from '../../core/report/index.ts';
import { notify } from '../store/index.ts';
import { download } from '../ui/index.ts';

interface ReportFormat {
  readonly id: string;
  readonly label: string;
  /** One line on what it is for. */
  readonly hint: string;
  readonly extension: string;
  readonly type: string;
  readonly render: (report: Report) => string | Promise<Uint8Array>;
}

/** The exports of the report, in the order of the menu. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  {
    id: 'html',
    label: 'HTML',
    hint: 'One file with the diagrams in it, opens in any browser',
    extension: 'html',
    type: 'text/html',
    render: renderHtml,
  },
  {
    id: 'pdf',
    label: 'PDF',
    hint: 'Pages with searchable text and vector diagrams',
    extension: 'pdf',
    type: 'application/pdf',
    render: renderPdf,
  },
  {
    id: 'csv',
    label: 'CSV',
    hint: 'One row per threat, for a spreadsheet',
    extension: 'csv',
    type: 'text/csv',
    render: renderCsv,
  },
  {
    id: 'md',
    label: 'Markdown',
    hint: 'Text for a wiki or a repository',
    extension: 'md',
    type: 'text/markdown',
    render: renderMarkdown,
  },
  {
    id: 'json',
    label: 'JSON',
    hint: 'The statements of the report as data',
    extension: 'json',
    type: 'application/json',
    render: renderJson,
  },
];

/** The report of the model as it is now. */
export function reportOf(model: Model): Report {
  return buildReport(model, {
    now: new Date().toISOString(),
    messages: validate(model),
    stale: staleThreats(model),
  });
}

/** Writes the report of a model in one format and hands it to the downloads. */
export async function exportReport(model: Model, fileName: string, format: ReportFormat): Promise<void> {
  const name = `${fileName.replace(/\.tm7$/i, '')}.${format.extension}`;
  try {
    download(name, await format.render(reportOf(model)), format.type);
    notify({ tone: 'success', text: `Exported ${name}` });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    notify({ tone: 'error', text: `${name} could not be written: ${cause}` });
  }
}
