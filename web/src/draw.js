import { byId } from "./data.js";
import { chosenEdges } from "./state.js";

/**
 * The graph on its canvas. How a node or an edge looks is a function of the drawing, the state
 * and the colours of the style sheet; vis-network only paints it.
 *
 * @param {import("./data.js").Drawing} drawing
 * @param {ReturnType<typeof import("./state.js").createState>} state
 */
export function drawGraph(drawing, state) {
  const place = byId("graph");
  const { Network, DataSet } = globalThis.vis;
  const nodes = new DataSet();
  const edges = new DataSet();
  /** @type {import("./state.js").State} */
  let shown = { selection: null, matching: null };

  function paint() {
    const colours = readColours();
    const look = looks(drawing, shown);
    nodes.update(drawing.nodes.map((node, id) => nodeLook(drawing, node, id, look, colours)));
    edges.update(drawing.edges.map((edge, id) => edgeLook(drawing, edge, id, look, colours)));
  }

  paint();
  const network = new Network(place, { nodes, edges }, OPTIONS);
  network.once("afterDrawing", () => showAll(network, drawing)); // now labels have their sizes
  network.on("click", (/** @type {{nodes: number[], edges: number[]}} */ hit) => {
    if (hit.nodes.length) state.select({ node: hit.nodes[0] });
    else if (hit.edges.length) state.select({ edge: hit.edges[0] });
    else state.select(null);
  });
  network.on("hoverEdge", () => place.classList.add("pointing"));
  network.on("blurEdge", () => place.classList.remove("pointing"));
  network.on("hoverNode", () => place.classList.add("pointing"));
  network.on("blurNode", () => place.classList.remove("pointing"));
  state.watch((next) => {
    shown = next;
    paint();
    network.unselectAll();
  });
  for (const query of ["(prefers-color-scheme: dark)", "print"]) {
    matchMedia(query).addEventListener("change", () => {
      paint();
      network.redraw();
    });
  }
  wireButtons(network, drawing);
  return network;
}

/**
 * Shows the whole graph with its labels, and no larger than it reads well.
 *
 * @param {any} network
 * @param {import("./data.js").Drawing} drawing
 */
function showAll(network, drawing) {
  const boxes = drawing.nodes.map((_, id) => network.getBoundingBox(id));
  if (boxes.length === 0) return;
  const left = Math.min(...boxes.map((box) => box.left));
  const right = Math.max(...boxes.map((box) => box.right));
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const { clientWidth, clientHeight } = byId("graph");
  const scale = Math.min(1.25, (clientWidth - 48) / (right - left), (clientHeight - 40) / (bottom - top));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
}

/**
 * @param {any} network
 * @param {import("./data.js").Drawing} drawing
 */
function wireButtons(network, drawing) {
  /** @param {number} factor */
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });
  byId("zoom-in").addEventListener("click", () => zoom(1.25));
  byId("zoom-out").addEventListener("click", () => zoom(0.8));
  byId("zoom-fit").addEventListener("click", () => showAll(network, drawing));
}

const FACE = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif";

const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false, randomSeed: 1 },
  nodes: { borderWidth: 2, borderWidthSelected: 2, shadow: false },
  edges: { selectionWidth: 0, hoverWidth: 0.6, selfReference: { size: 26, renderBehindTheNode: false } },
  interaction: {
    hover: true,
    tooltipDelay: 250,
    selectConnectedEdges: false,
    hoverConnectedEdges: false,
    keyboard: { enabled: true, bindToWindow: false },
  },
};

/**
 * @typedef {{ink: string, quiet: string, paper: string, accent: string, denied: string,
 *   kinds: string[]}} Colours
 * @returns {Colours}
 */
function readColours() {
  const style = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  const kinds = Array.from({ length: 10 }, (_, place) => read(`kind-${place}`));
  return {
    ink: read("ink"),
    quiet: read("edge"),
    paper: read("paper"),
    accent: read("accent"),
    denied: read("denied"),
    kinds,
  };
}

/**
 * Which edges and nodes stand out and which step back.
 *
 * @param {import("./data.js").Drawing} drawing
 * @param {import("./state.js").State} state
 */
function looks(drawing, { selection, matching }) {
  const chosen = chosenEdges(drawing, selection);
  /** @param {number} edge */
  const lit = (edge) =>
    selection ? chosen.has(edge) : !matching || drawing.edges[edge].claims.some((c) => matching.has(c));
  const nodes = new Set(selection && "node" in selection ? [selection.node] : []);
  drawing.edges.forEach((edge, id) => {
    if (lit(id)) nodes.add(edge.source).add(edge.target);
  });
  return { chosen, lit, nodes };
}

/**
 * @param {import("./data.js").Drawing} drawing
 * @param {import("./data.js").Node} node
 * @param {number} id
 * @param {ReturnType<typeof looks>} look
 * @param {Colours} colours
 */
function nodeLook(drawing, node, id, look, colours) {
  const colour = colours.kinds[drawing.kinds[node.kind].colour];
  const lit = look.nodes.has(id);
  const fill = node.ungrounded ? colours.paper : colour;
  const painted = { background: fill, border: colour };
  return {
    id,
    x: node.x,
    y: node.y,
    label: node.lines,
    title: `${node.label} (${drawing.kinds[node.kind].label})`,
    shape: drawing.kinds[node.kind].shape,
    size: node.size,
    color: { ...painted, highlight: painted, hover: { background: fill, border: colours.ink } },
    opacity: lit ? 1 : 0.2,
    font: {
      face: FACE,
      size: 14,
      color: lit ? colours.ink : faint(colours.ink),
      strokeWidth: 4,
      strokeColor: colours.paper,
      vadjust: -2,
    },
  };
}

/**
 * @param {import("./data.js").Drawing} drawing
 * @param {import("./data.js").Edge} edge
 * @param {number} id
 * @param {ReturnType<typeof looks>} look
 * @param {Colours} colours
 */
function edgeLook(drawing, edge, id, look, colours) {
  const lit = look.lit(id);
  const plain = edge.denied ? colours.denied : colours.quiet;
  const colour = look.chosen.has(id) ? colours.accent : plain;
  const words = edge.denied ? colours.denied : colours.ink;
  return {
    id,
    from: edge.source,
    to: edge.target,
    label: edge.label,
    title: drawing.claims[edge.claims[0]].sentence.map(([said]) => said).join(""),
    arrows: { to: { enabled: true, scaleFactor: 0.6 } },
    dashes: edge.hedged ? [7, 6] : false,
    width: (edge.claims.length > 1 ? 2.2 : 1.4) + (look.chosen.has(id) ? 1 : 0),
    color: { color: colour, highlight: colour, hover: colours.accent, opacity: lit ? 1 : 0.15 },
    smooth: bend(edge),
    selfReference: { angle: Math.PI * (0.25 + edge.bend) }, // above, where no label is
    font: {
      face: FACE,
      size: 11.5,
      align: "middle",
      color: lit ? words : faint(words),
      strokeWidth: 0,
      background: lit ? colours.paper : "rgba(0,0,0,0)",
    },
  };
}

/** @param {import("./data.js").Edge} edge */
function bend(edge) {
  if (edge.bend === 0 || edge.source === edge.target) return { enabled: false, type: "continuous", roundness: 0 };
  const type = edge.bend > 0 ? "curvedCW" : "curvedCCW";
  return { enabled: true, type, roundness: Math.abs(edge.bend) };
}

/** @param {string} colour of six hexadecimal digits */
function faint(colour) {
  return `${colour}40`;
}
