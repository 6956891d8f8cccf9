import './report.css';
import { Download } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { renderHtml } from '../../core/report/index.ts';
import { REPORT_FORMATS, reportOf } from '../../core/session/index.ts';
import { author, useActiveModel, useSession } from '../store/index.ts';
import { Button } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { exportReport } from './write-report.ts';

/** The report as the reader will get it: the exported HTML itself, in a frame that runs no script. */
export function ReportView() {
  const open = useActiveModel();
  const model = useDeferredValue(open?.model ?? null);
  const theme = useSession((state) => state.settings.theme);
  const html = useMemo(() => {
    if (model === null) return '';
    // The frame follows the system by itself; light or dark chosen in the app has to be said.
    const fixed = theme === 'light' || theme === 'dark' ? theme : undefined;
    return renderHtml(reportOf(model, author().now), fixed === undefined ? {} : { theme: fixed });
  }, [model, theme]);
  const [busy, setBusy] = useState<string | null>(null);
  const main = useRef<HTMLElement>(null);
  // The canvas took the focus with it when it made way.
  useEffect(() => {
    if (window.document.activeElement === window.document.body) main.current?.focus();
  }, []);
  if (open === null) return null;
  return (
    <main ref={main} className="report-view" aria-label={words.report.name} tabIndex={-1}>
      <h1 className="visually-hidden">{words.report.heading({ file: open.fileName })}</h1>
      <div className="report-bar" role="toolbar" aria-label={words.report.toolbar}>
        <span className="report-bar-title">{words.report.export}</span>
        {REPORT_FORMATS.map((format) => (
          <Button
            key={format.id}
            title={format.hint}
            // Not `disabled`: that would take the focus from the button that was pressed.
            aria-disabled={busy !== null}
            onClick={async () => {
              if (busy !== null) return;
              setBusy(format.id);
              await exportReport(open.model, open.fileName, format);
              setBusy(null);
            }}
          >
            <Download size={14} aria-hidden />
            {busy === format.id ? words.report.writing : format.label}
          </Button>
        ))}
      </div>
      <iframe className="report-frame" title={words.report.frame} sandbox="" srcDoc={html} />
    </main>
  );
}
