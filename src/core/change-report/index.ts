export { type ChangeReport, changeReport, groupsOf } from './change-report.ts';
export { changeHtml } from './html.ts';
export { documentListing, LISTING_SECTIONS } from './listing.ts';
export { changeComment, changeMarkdown } from './markdown.ts';
export { besideSvg, type ComparedDiagram, comparedDiagrams } from './picture.ts';
