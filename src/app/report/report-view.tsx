import './report.css';
import { ChevronDown, Download, SlidersHorizontal } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { assertNever } from '../../core/base/index.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../core/session/index.ts';
import { explain, type ReadModel, useActiveModel, useSession } from '../store/index.ts';
import { Button, upTo, WrongText, walkMenu } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { useChoices } from './kept-choices.ts';
import { useOlder } from './kept-since.ts';
import { OptionsPanel } from './options-panel.tsx';
import { framed } from './report-frame.ts';
import { type ShownReport, useReport } from './use-report.ts';
import { exportReport } from './write-report.ts';

const percentOf = (share: number): number => Math.floor(share * 100);

/** What is written at the moment; the share is known of some formats only. */
interface Busy {
  readonly id: string;
  readonly share: number | null;
}

const busyWords = ({ share }: Busy): string =>
  share === null
    ? laterWords.reportView.writing
    : laterWords.reportView.writingShare({ percent: percentOf(share) });

/** The report as the reader will get it: the exported HTML itself, in a frame that runs no script. */
export function ReportView({ readModel }: { readonly readModel: ReadModel }) {
  const open = useActiveModel();
  const model = useDeferredValue(open?.model ?? null);
  const theme = useSession((state) => state.settings.theme);
  // The frame follows the system by itself; light or dark chosen in the app has to be said.
  const choices = useDeferredValue(useChoices(open?.model ?? null));
  const since = useDeferredValue(useOlder(open?.id));
  const opened = open?.opened?.model === open?.model ? (open?.opened?.bytes ?? null) : null;
  const source = useMemo(
    () => (model === null ? null : { model, fileName: open?.fileName ?? '', bytes: opened, choices, since }),
    [model, open?.fileName, opened, choices, since],
  );
  const report = useReport(source, theme === 'light' || theme === 'dark' ? theme : undefined);
  const [options, setOptions] = useState(() => !window.matchMedia(upTo('narrow')).matches);
  const [busy, setBusy] = useState<Busy | null>(null);
  const main = useRef<HTMLElement>(null);
  const [landmark, setLandmark] = useState<HTMLElement | null>(null);
  // The canvas took the focus with it when it made way.
  useEffect(() => {
    if (window.document.activeElement === window.document.body) main.current?.focus();
  }, []);
  // Trusted once: what is trusted anew is another object, and the frame would load it again.
  const shown = useMemo(() => framed(report.html), [report.html]);
  if (open === null) return null;
  const write = async (format: ReportFormat) => {
    if (busy !== null) return;
    setBusy({ id: format.id, share: null });
    await exportReport(open.model, open.fileName, format, (share) => setBusy({ id: format.id, share }));
    setBusy(null);
  };
  return (
    <main ref={main} className="report-view" aria-label={laterWords.reportView.name} tabIndex={-1}>
      <h1 className="visually-hidden">{laterWords.reportView.heading({ file: open.fileName })}</h1>
      <div
        ref={(bar) => setLandmark(bar?.closest('main') ?? null)}
        className="report-bar"
        role="toolbar"
        aria-label={laterWords.reportView.toolbar}
      >
        <span className="report-bar-title">{laterWords.reportView.export}</span>
        {REPORT_FORMATS.filter(({ list }) => list !== true).map((format) => (
          <Button
            key={format.id}
            title={format.hint}
            // Not `disabled`: that would take the focus from the button that was pressed.
            aria-disabled={busy !== null}
            onClick={() => write(format)}
          >
            <Download size={14} aria-hidden />
            {busy?.id === format.id ? busyWords(busy) : format.label}
          </Button>
        ))}
        <Lists main={landmark} onChoose={write} />
        <Button className="report-options-button" aria-pressed={options} onClick={() => setOptions(!options)}>
          <SlidersHorizontal size={14} aria-hidden /> {laterWords.reportOptions.show}
        </Button>
      </div>
      <div className="report-body">
        <div className="report-page">
          <Preparing report={report} />
          <iframe className="report-frame" title={laterWords.reportView.frame} sandbox="" srcDoc={shown} />
        </div>
        {options && <OptionsPanel open={open} readModel={readModel} />}
      </div>
    </main>
  );
}

interface ListsProps {
  /** The landmark of the button: the menu belongs to the same. */
  readonly main: HTMLElement | null;
  readonly onChoose: (format: ReportFormat) => void;
}

/** The lists for other programs, which are asked for less often. */
function Lists({ main, onChoose }: ListsProps) {
  return (
    // A modal menu hides the app from screen readers while its button still has the focus.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button>
          {laterWords.reportView.lists} <ChevronDown size={14} aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={main}>
        <DropdownMenu.Content
          className="menu"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onKeyDownCapture={walkMenu}
        >
          {REPORT_FORMATS.filter(({ list }) => list === true).map((format) => (
            <DropdownMenu.Item
              key={format.id}
              className="menu-item"
              title={format.hint}
              onSelect={() => onChoose(format)}
            >
              {format.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** What is said while there is no report, or no report of the model as it is now. */
function Preparing({ report: { state, cancel, again } }: { readonly report: ShownReport }) {
  switch (state.kind) {
    case 'shown':
      return null;
    case 'preparing':
      return (
        <div className="report-preparing">
          <p role="status">{laterWords.reportView.preparing}</p>
          {state.share !== null && (
            <progress value={state.share} aria-label={laterWords.reportView.preparing} />
          )}
          <Button onClick={cancel}>{laterWords.reportView.cancel}</Button>
        </div>
      );
    case 'cancelled':
    case 'failed':
      return (
        <div className="report-preparing">
          {state.kind === 'failed' ? (
            <WrongText role="status" onExplain={() => explain('fault:not-made')}>
              {laterWords.reportView.notShown({ cause: state.cause })}
            </WrongText>
          ) : (
            <p role="status">{laterWords.reportView.cancelled}</p>
          )}
          <Button onClick={again}>{laterWords.reportView.show}</Button>
        </div>
      );
    default:
      return assertNever(state);
  }
}
