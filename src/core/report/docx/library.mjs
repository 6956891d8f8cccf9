// In a file of its own, as the types that docx is published with pull in those of Node; `library.d.mts` stands for them.
export {
  BookmarkEnd,
  BookmarkStart,
  ConcreteHyperlink,
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
} from 'docx';
