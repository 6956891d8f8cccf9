import { flushSync } from 'react-dom';
import { REPORT_FORMATS } from '../../core/session/index.ts';
import { activeModel, type Command, setView } from '../store/index.ts';
import { focusDiagram } from '../ui/index.ts';

const hasModel = (): boolean => activeModel() !== null;

/** Going to the report, and its exports. */
export const reportCommands: readonly Command[] = [
  {
    id: 'view.diagram',
    label: 'Show the diagram',
    group: 'View',
    keys: ['Alt+1'],
    enabled: hasModel,
    run: () => {
      // The canvas has to be there before it can take the focus.
      flushSync(() => setView('diagram'));
      focusDiagram();
    },
  },
  {
    id: 'view.report',
    label: 'Show the report',
    group: 'View',
    keys: ['Alt+2'],
    enabled: hasModel,
    run: () => setView('report'),
  },
  ...REPORT_FORMATS.map(
    (format): Command => ({
      id: `export.${format.id}`,
      label: `Export report as ${format.label}`,
      group: 'File',
      keywords: `save download ${format.hint}`,
      enabled: hasModel,
      run: () => {
        const open = activeModel();
        if (open === null) return;
        // The writers are fetched with the first export.
        void import('./write-report.ts').then(({ exportReport }) =>
          exportReport(open.model, open.fileName, format),
        );
      },
    }),
  ),
];
