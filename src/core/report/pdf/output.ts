import PDFDocument from 'pdfkit/js/pdfkit.standalone.js';

/**
 * The library's document with its way out replaced: it makes a buffer of every line and of every operator, which in a
 * browser takes longer than all else together. Here they wait as texts until there is enough of them.
 */
export class Output extends PDFDocument {
  /** Set by whoever waits for the end. */
  whenEnded: (() => void) | undefined;
  // The library writes before the fields of this class are there.
  declare waiting: (string | Uint8Array)[] | undefined;
  declare operators: string[] | undefined;

  override _write(data: string | Uint8Array): void {
    this.waiting ??= [];
    if (typeof data === 'string') this.waiting.push(`${data}\n`);
    else this.waiting.push(data);
    this._offset += data.length + (typeof data === 'string' ? 1 : 0);
  }

  /** Called with null when all is written. */
  override push(data: null): void {
    if (data === null) this.whenEnded?.();
  }

  override addContent(operators: string): this {
    this.operators ??= [];
    this.operators.push(operators);
    return this;
  }

  override flushPages(): void {
    if (this.operators !== undefined && this.operators.length > 0) this.page.write(this.operators.join('\n'));
    this.operators = undefined;
    super.flushPages();
  }

  /** The bytes that were written since the last call; null when there are none. */
  take(): Uint8Array | null {
    const waiting = this.waiting ?? [];
    this.waiting = undefined;
    const length = waiting.reduce((sum, part) => sum + part.length, 0);
    if (length === 0) return null;
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of waiting) {
      if (typeof part === 'string') for (let i = 0; i < part.length; i++) bytes[at + i] = part.charCodeAt(i);
      else bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}
