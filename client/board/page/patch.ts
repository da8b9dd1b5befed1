/** Turns a tree of nodes into another one and touches nothing that stays, so that focus and scrolling are kept. */

/** The children of `parent` become like `wanted`; those that are new are taken from there. */
export function patchChildren(parent: Element, wanted: readonly Node[]): void {
  let place: ChildNode | null = parent.firstChild;
  for (const node of wanted) {
    const kept = findCounterpart(place, node);
    if (kept === undefined) parent.insertBefore(node, place);
    else {
      if (kept === place) place = kept.nextSibling;
      else parent.insertBefore(kept, place);
      patchNode(kept, node);
    }
  }
  while (place !== null) {
    const next: ChildNode | null = place.nextSibling;
    place.remove();
    place = next;
  }
}

/** What has an id is looked for among all that follow; what has none is like the one in its place, or new. */
function findCounterpart(place: ChildNode | null, node: Node): ChildNode | undefined {
  const id = idOf(node);
  if (id === "") return place?.nodeName === node.nodeName && idOf(place) === "" ? place : undefined;
  for (let each = place; each !== null; each = each.nextSibling)
    if (each.nodeName === node.nodeName && idOf(each) === id) return each;
  return undefined;
}

function idOf(node: Node): string {
  return node instanceof Element ? node.id : "";
}

function patchNode(now: Node, next: Node): void {
  if (now.isEqualNode(next)) return;
  if (!(now instanceof Element && next instanceof Element)) {
    now.nodeValue = next.nodeValue;
    return;
  }
  for (const { name } of [...now.attributes]) if (!next.hasAttribute(name)) now.removeAttribute(name);
  for (const { name, value } of next.attributes)
    if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  patchChildren(now, [...next.childNodes]);
}
