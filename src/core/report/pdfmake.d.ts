// The part of pdfmake that the PDF writer uses. Its published types pull in those of Node and the DOM.
declare module 'pdfmake/build/pdfmake.js' {
  interface PdfMake {
    addVirtualFileSystem(files: Readonly<Record<string, string>>): void;
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
    setProgressCallback(callback: (share: number) => void): void;
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
  }
  const pdfMake: PdfMake;
  export default pdfMake;
}

declare module 'pdfmake/build/vfs_fonts.js' {
  const files: Readonly<Record<string, string>>;
  export default files;
}
