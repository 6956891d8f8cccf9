import { flushSync } from 'react-dom';
import { REPORT_FORMATS } from '../../core/session/index.ts';
import { activeModel, type Command, setView } from '../store/index.ts';
import { focusDiagram } from '../ui/index.ts';
import { words } from '../words/index.ts';

const hasModel = (): boolean => activeModel() !== null;

/** Going to the report, and its exports. */
export const reportCommands: readonly Command[] = [
  {
    id: 'view.diagram',
    label: words.report.commands.diagram,
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
    id: 'view.threats',
    label: words.report.commands.threats,
    group: 'View',
    keys: ['Alt+3'],
    enabled: hasModel,
    run: () => setView('threats'),
  },
  {
    id: 'view.report',
    label: words.report.commands.report,
    group: 'View',
    keys: ['Alt+2'],
    enabled: hasModel,
    run: () => setView('report'),
  },
  ...REPORT_FORMATS.map(
    (format): Command => ({
      id: `export.${format.id}`,
      label: words.report.commands.exportAs({ format: format.label }),
      group: 'File',
      keywords: words.report.commands.exportKeywords({ hint: format.hint }),
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
