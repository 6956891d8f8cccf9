import './notices.css';
import { AlertTriangle, CheckCircle2, Info, X, XCircle } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { dismissNotice, isLastStep, type Notice, setDialog, undoStep, useSession } from '../store/index.ts';
import { Button, IconButton } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { NOTICE_GAP, NOTICE_WIDTH, type NoticePlace } from './notice-place.ts';
import { useNoticePlace } from './use-notice-place.ts';

const ICONS = { info: Info, success: CheckCircle2, warning: AlertTriangle, error: XCircle } as const;
/** Milliseconds that good news stays, longer with details; bad news and questions stay until dismissed. */
const GOOD_NEWS = { short: 5000, withDetails: 15_000 };

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const [held, setHeld] = useState(false);
  const { details, undoes, wrong } = notice;
  const actions = [notice.action, notice.otherAction].filter((action) => action !== undefined);
  const undoable = useSession((state) => undoes !== undefined && isLastStep(undoes, state));
  const offers = actions.length > 0 || undoable;
  const passes = (notice.tone === 'info' || notice.tone === 'success') && !offers;
  const stays = notice.details === undefined ? GOOD_NEWS.short : GOOD_NEWS.withDetails;
  useEffect(() => {
    if (!passes || held) return;
    const timer = setTimeout(() => dismissNotice(notice.id), stays);
    return () => clearTimeout(timer);
  }, [notice.id, passes, stays, held]);
  const Icon = ICONS[notice.tone];
  return (
    <li
      className={`notice notice-${notice.tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} aria-hidden="true" />
      <div className="notice-body">
        <p role={notice.tone === 'error' ? 'alert' : 'status'}>{notice.text}</p>
        {notice.progress !== undefined && <progress aria-label={notice.text} value={notice.progress} />}
        {details !== undefined && details.length > 0 && (
          <details>
            <summary>{words.shell.notices.details(details.length)}</summary>
            <ul>
              {details.slice(0, 200).map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a notice never change
                <li key={index}>{line}</li>
              ))}
              {details.length > 200 && <li>{words.shell.notices.more(details.length - 200)}</li>}
            </ul>
          </details>
        )}
        {actions.map(({ label, run }) => (
          <Button
            key={label}
            onClick={() => {
              dismissNotice(notice.id);
              run();
            }}
          >
            {label}
          </Button>
        ))}
        {wrong !== undefined && (
          <Button tone="quiet" onClick={() => setDialog({ kind: 'help', at: wrong })}>
            {words.ui.explain}
          </Button>
        )}
        {undoes !== undefined && undoable && (
          <Button onClick={() => undoStep(undoes)}>{words.shell.notices.undo}</Button>
        )}
      </div>
      <IconButton label={words.shell.notices.dismiss} onClick={() => dismissNotice(notice.id)}>
        <X />
      </IconButton>
    </li>
  );
}

/** Fixed by the lower right corner, so that what comes is added above; their shadows are in the gap around them. */
const placed = ({ right, bottom, width, height }: NoticePlace) => ({
  right: document.documentElement.clientWidth - right - NOTICE_GAP,
  bottom: document.documentElement.clientHeight - bottom - NOTICE_GAP,
  maxWidth: width + 2 * NOTICE_GAP,
  maxHeight: height + 2 * NOTICE_GAP,
});

/** As they would stand on the canvas, to be measured. */
const MEASURED = {
  right: 0,
  bottom: 0,
  maxWidth: NOTICE_WIDTH + 2 * NOTICE_GAP,
  visibility: 'hidden',
} as const;

const styleOf = (place: ReturnType<typeof useNoticePlace>) =>
  place === null ? undefined : place === undefined ? MEASURED : placed(place);

/** Milliseconds after which notices fold with the next press or key elsewhere: nobody who is away misses them. */
const FOLDS = 10_000;
const GOES_ON = ['pointerup', 'keydown'] as const;

/**
 * Short messages on a free part of the canvas, else in a strip below everything, for which the rest makes room; those
 * that stay fold into a button with their number.
 */
export function Notices() {
  const notices = useSession((state) => state.notices);
  const newest = notices.at(-1)?.id ?? 0;
  const [held, setHeld] = useState(false);
  /** The newest notice when they folded; below zero when they were opened again. */
  const [folded, setFolded] = useState(0);
  const stays = held || notices.some(({ progress }) => progress !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the time anew
  useEffect(() => {
    if (stays) return;
    const fold = ({ target }: Event) => {
      if (target instanceof Element && target.closest('.notices')) return;
      // Once the click has met what it was meant for: the page may move as they fold.
      setTimeout(() => setFolded(newest));
    };
    const timer = setTimeout(() => {
      for (const name of GOES_ON) window.addEventListener(name, fold);
    }, FOLDS);
    return () => {
      clearTimeout(timer);
      for (const name of GOES_ON) window.removeEventListener(name, fold);
    };
  }, [newest, stays, folded]);
  const none = notices.length === 0;
  // The newest may have left since.
  const shut = folded >= newest;
  const section = useRef<HTMLElement>(null);
  const place = useNoticePlace(notices, shut, section);
  useEffect(() => {
    // What left under the pointer is not held by it any more.
    if (!none) return;
    setHeld(false);
    setFolded(0);
  }, [none]);
  if (none) return null;
  return (
    <section
      ref={section}
      className="notices"
      data-over={place === null ? undefined : true}
      style={styleOf(place)}
      aria-label={words.shell.notices.list}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {(folded !== 0 || notices.length > 1) && (
        <Button
          className="notices-fold"
          aria-expanded={!shut}
          onClick={() => setFolded(shut ? -newest : newest)}
        >
          {words.shell.notices.count(notices.length)}
        </Button>
      )}
      <ul hidden={shut}>
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  );
}
