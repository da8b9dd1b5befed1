/** Tells whether a text is still the one that was seen, without keeping it. */

const FIRST_PRIME = 0x9e3779b1;
const SECOND_PRIME = 0x5f356495;
const HIGH_BITS = 0x1fffff;
const LOW_RANGE = 4294967296;

/** A number of 53 bits that another text has by the rarest chance only; not made to stand up to intent. */
export function fingerprint(text: string): number {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, FIRST_PRIME);
    high = Math.imul(high ^ unit, SECOND_PRIME);
  }
  low ^= high >>> 16;
  high ^= low >>> 13;
  return (high & HIGH_BITS) * LOW_RANGE + (low >>> 0);
}
