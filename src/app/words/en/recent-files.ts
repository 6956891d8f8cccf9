/** The files that were opened or saved last, on the start page. */
export const recentFiles = {
  title: 'Recent',
  copy: 'copy, ',
  /** In the list of commands and the menu. */
  open: ({ file }: { file: string }) => `Open ${file}`,
  openKeywords: 'recent last again file',
  copyHint: 'A copy that this browser keeps: it was not given the way to the file itself.',
  more: ({ count }: { count: number }) => `Show ${count} more`,
  forget: ({ file }: { file: string }) => `Forget ${file}`,
  forgetIt: 'Forget it',
  gone: 'it is no longer where it was',
  failed: ({ file, reason }: { file: string; reason: string }) => `${file} was not opened: ${reason}.`,
  justNow: 'just now',
  /** The language of `3 hours ago`. */
  language: 'en',
  handled: ({ handled, all }: { handled: number; all: number }) => `${handled} of ${all} handled`,
  handledLong: ({ handled, all }: { handled: number; all: number }) => `${handled} of ${all} threats handled`,
};
