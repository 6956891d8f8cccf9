/** Milliseconds between two words on how far something is: nobody reads faster. */
const OFTEN = 100;

/** Tells how far something is, from 0 to 1, but leaves out what comes too soon; `now` is in milliseconds. */
export function seldom(tell: (share: number) => void, now: () => number): (share: number) => void {
  let last = now();
  return (share) => {
    const time = now();
    if (time - last < OFTEN) return;
    last = time;
    tell(share);
  };
}
