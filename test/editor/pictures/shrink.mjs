/** Makes a picture small enough for a page: a palette in place of true colours, which nobody sees on a screen of text. */
import UPNG from "upng-js";

const colours = 160;

/** From one PNG to another. */
export function shrink(png) {
  const picture = UPNG.decode(png);
  const [pixels] = UPNG.toRGBA8(picture);
  return Buffer.from(UPNG.encode([pixels], picture.width, picture.height, colours));
}
