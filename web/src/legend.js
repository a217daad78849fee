import { byId } from "./data.js";
import { element, symbol, text } from "./dom.js";

/** @param {import("./data.js").Drawing} drawing */
export function showLegend(drawing) {
  const entries = drawing.kinds.map((kind) => element("li", {}, symbol(kind), text(kind.label)));
  byId("legend").prepend(...entries);
}
