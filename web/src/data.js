/**
 * The drawing as kg wrote it into the page (kg/view/drawing.py). Numbers in a record are places
 * in the drawing's lists.
 *
 * @typedef {{label: string, colour: number, shape: string}} Kind
 * @typedef {{label: string, lines: string, kind: number, x: number, y: number, size: number,
 *   names: string[], ids: [string, string][], ungrounded: boolean}} Node
 * @typedef {{source: number, target: number, label: string, denied: boolean, hedged: boolean,
 *   bend: number, claims: number[]}} Edge
 * @typedef {{number?: number, title: string, authors: string, source: string, year: string,
 *   links: [string, string][]}} Paper
 * @typedef {{edge: number, subject: number, relation: string, object: number, denied: boolean,
 *   certainty: string, meaning: string, rank: number, sentence: [string, string][],
 *   place: string, trigger: string, steps: string[], qualifiers: [string, string][],
 *   papers: number[], reliability?: number}} Claim
 * @typedef {{title: string, subtitle: string, kinds: Kind[], nodes: Node[], edges: Edge[],
 *   claims: Claim[], papers: Paper[]}} Drawing
 */

/** @returns {Drawing} */
export function readDrawing() {
  return JSON.parse(byId("drawing").textContent ?? "");
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
