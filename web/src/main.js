import { readDrawing } from "./data.js";
import { drawGraph } from "./draw.js";
import { showLegend } from "./legend.js";
import { showList } from "./list.js";
import { showPanel } from "./panel.js";
import { createState } from "./state.js";

const drawing = readDrawing();
const state = createState(drawing);
showLegend(drawing);
showPanel(drawing, state);
showList(drawing, state);
const network = drawGraph(drawing, state);

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") state.select(null);
});

// For those who script the page.
Object.assign(globalThis, { kg: { drawing, state, network } });
