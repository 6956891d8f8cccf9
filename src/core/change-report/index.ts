export { type ChangeReport, changeReport, groupsOf, type ReportedGroup } from './change-report.ts';
export { changeHtml } from './html.ts';
export { documentListing } from './listing.ts';
export { type ChangeMarkdownOptions, changeComment, changeMarkdown } from './markdown.ts';
export {
  besideSvg,
  type ComparedDiagram,
  comparedDiagrams,
  LOOKS,
  markedSvg,
  type Standing,
  standingsOf,
} from './picture.ts';
