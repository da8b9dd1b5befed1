/** What a tool for accessibility would check of a page: names, the order of the keys, unique ids, contrast. */

/** Of text, by the guidelines for web content (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;

/** `body` is a Playwright locator; rejects with all that is wrong. */
export async function checkReadable(body) {
  const problems = await body.evaluate((root, least) => {
    const found = [];
    const tell = (element, what) => found.push(`${element.outerHTML.slice(0, 120)}: ${what}`);
    const interactive = [...root.querySelectorAll("a, button, [tabindex]")];
    for (const element of interactive) {
      const name =
        element.getAttribute("aria-label") ??
        element.querySelector(":scope > title")?.textContent ??
        element.textContent;
      if (name.trim() === "") tell(element, "has no name");
      if (element.tabIndex < 0) tell(element, "cannot be reached with the keyboard");
      if (element.tabIndex > 0) tell(element, "is out of order");
    }
    const ids = [...root.querySelectorAll("[id]")].map(({ id }) => id);
    for (const id of new Set(ids))
      if (ids.filter((each) => each === id).length > 1) found.push(`${id} comes twice`);
    const headings = [...root.querySelectorAll("h1, h2, h3, h4")].map(({ tagName }) => Number(tagName[1]));
    for (const [index, level] of headings.entries())
      if (level - (headings[index - 1] ?? 0) > 1)
        found.push(`a heading ${level} follows a ${headings[index - 1]}`);

    // what is mixed of two colours is written as `color(srgb 0.8 0.3 0.3)`
    const parse = (colour) => {
      const parts = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return colour.startsWith("color(srgb") ? parts.map((part, at) => (at < 3 ? part * 255 : part)) : parts;
    };
    const luminance = ([red, green, blue]) => {
      const [r, g, b] = [red, green, blue].map((value) => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const over = ([r, g, b, alpha = 1], below) =>
      [r, g, b].map((value, index) => value * alpha + below[index] * (1 - alpha));
    /** What is painted behind an element: its own ground or that of the nearest one around it, or the box of a node. */
    const groundOf = (element) => {
      const layers = [];
      for (let each = element; each !== null; each = each.parentElement) {
        const box = each instanceof SVGElement ? each.querySelector(":scope > .box") : null;
        layers.push(
          parse(box === null ? getComputedStyle(each).backgroundColor : getComputedStyle(box).fill),
        );
      }
      return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
    };
    for (const element of root.querySelectorAll("*")) {
      const text = [...element.childNodes].some(
        (node) => node.nodeType === 3 && node.nodeValue.trim() !== "",
      );
      if (!text || ["TITLE", "title", "SCRIPT", "STYLE"].includes(element.tagName)) continue;
      const style = getComputedStyle(element);
      const ground = groundOf(element);
      const ink = over(parse(element instanceof SVGElement ? style.fill : style.color), ground);
      const [bright, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
      const contrast = (bright + 0.05) / (dark + 0.05);
      if (contrast < least) tell(element, `has a contrast of ${contrast.toFixed(2)}`);
    }
    if (interactive.length === 0) found.push("there is nothing to follow");
    return found;
  }, LEAST_CONTRAST);
  if (problems.length > 0) throw new Error(problems.join("\n"));
}
