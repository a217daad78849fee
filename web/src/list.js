import { byId } from "./data.js";
import { element, stacked } from "./dom.js";
import { row } from "./panel.js";

/**
 * All claims beside the graph: one stop of the Tab key, arrows move within, Enter shows.
 *
 * @param {import("./data.js").Drawing} drawing
 * @param {ReturnType<typeof import("./state.js").createState>} state
 */
export function showList(drawing, state) {
  const list = byId("claims");
  const filter = /** @type {HTMLInputElement} */ (byId("filter"));
  const rows = drawing.claims.map((_, place) => row(drawing, place, () => state.select({ claim: place })));
  for (const made of rows) made.tabIndex = -1;
  const items = rows.map((made) => element("li", {}, made));
  list.append(...items);

  filter.addEventListener("input", () => state.filter(filter.value));
  filter.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") focusRow(0);
  });
  list.addEventListener("keydown", (event) => {
    const visible = rows.filter((_, place) => !items[place].hidden);
    const at = visible.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: visible.length - 1 }[event.key];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    focusRow(Math.max(0, Math.min(next, visible.length - 1)));
  });

  /** @param {number} place among the visible rows */
  function focusRow(place) {
    const visible = rows.filter((_, at) => !items[at].hidden);
    if (visible.length === 0) return;
    stopAt(visible[place]);
    visible[place].focus();
  }

  /** @param {HTMLElement} stop the row at which the Tab key stops */
  function stopAt(stop) {
    for (const made of rows) made.tabIndex = made === stop ? 0 : -1;
  }

  state.watch(({ selection, matching }) => {
    const claims = selected(drawing, selection);
    items.forEach((item, place) => {
      item.hidden = matching !== null && !matching.has(place);
      rows[place].setAttribute("aria-pressed", String(claims.has(place)));
    });
    const visible = rows.filter((_, place) => !items[place].hidden);
    const stop = visible.find((made) => made.tabIndex === 0) ?? visible[0];
    if (stop) stopAt(stop);
    const total = drawing.claims.length;
    byId("shown").textContent = matching ? `${matching.size} of ${total}` : `${total}`;
    const first = [...claims].find((place) => !items[place].hidden);
    if (first !== undefined && !stacked()) items[first].scrollIntoView({ block: "nearest" });
  });
}

/**
 * @param {import("./data.js").Drawing} drawing
 * @param {import("./state.js").Selection} selection
 * @returns {Set<number>}
 */
function selected(drawing, selection) {
  if (!selection || "node" in selection) return new Set();
  return new Set("claim" in selection ? [selection.claim] : drawing.edges[selection.edge].claims);
}
