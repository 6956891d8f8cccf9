import { trustedHtml } from '../ui/index.ts';

/** How every HTML report of ours begins, its own policy included: it runs nothing and loads nothing. */
const BEGINNING =
  /^<!DOCTYPE html>\n<html lang="en"(?: data-theme="\w+")?><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none';/;

/** Whether a text is a report as the app writes it. */
export const isReport = (html: string): boolean => BEGINNING.test(html);

/** A report for its frame. Nothing else comes into a frame. */
export const framed = trustedHtml('trustline-report', (html) => {
  if (html !== '' && !isReport(html)) throw new TypeError('The app writes no report like this');
  return html;
});
