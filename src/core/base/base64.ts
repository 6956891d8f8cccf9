/** The value of each sign of base64. */
export const BASE64_DIGITS: ReadonlyMap<string, number> = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((sign, index) => [sign, index]),
);

/** The bytes of a base64 text; null when it is none. White space and padding are passed over. */
export function fromBase64(text: string): Uint8Array | null {
  const digits = text.replace(/[\s=]+/g, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let [bits, count, at] = [0, 0, 0];
  for (const sign of digits) {
    const digit = BASE64_DIGITS.get(sign);
    if (digit === undefined) return null;
    bits = ((bits << 6) | digit) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at++] = (bits >> count) & 0xff;
  }
  return bytes;
}
