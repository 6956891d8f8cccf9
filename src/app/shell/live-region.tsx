import { useSession } from '../store/index.ts';

/** What screen readers hear after an edit. */
export function LiveRegion() {
  const { text, nonce } = useSession((state) => state.announcement);
  // The same words twice must be heard twice: a no-break space makes them differ.
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {nonce % 2 === 0 ? text : `${text}\u00a0`}
    </div>
  );
}
