/**
 * Makes an element. Children that are strings become text nodes: nothing of the data is ever
 * read as markup.
 *
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * A stretch of text from the data, kept from changing the order of what stands beside it.
 *
 * @param {string} words
 * @param {string} [className]
 */
export function text(words, className) {
  return element("bdi", className ? { class: className } : {}, words);
}

/**
 * @param {string} className
 * @param {() => void} act
 * @param {(Node | string)[]} children
 */
export function button(className, act, ...children) {
  const made = element("button", { type: "button", class: className }, ...children);
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {string} words
 * @param {string} address checked by kg: http or https; empty where there is none
 */
export function outward(words, address) {
  if (!address) return text(words);
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text(words));
}

/** Whether the window is so narrow that graph, panel and list stand below one another. */
export function stacked() {
  return matchMedia("(max-width: 860px)").matches;
}

const SHAPES = {
  dot: "M5 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
  square: "M5 5h10v10H5z",
  triangle: "M10 4l6 11H4z",
  triangleDown: "M10 16l6-11H4z",
  diamond: "M10 3l7 7-7 7-7-7z",
  hexagon: "M6.5 4h7l3.5 6-3.5 6h-7L3 10z",
  star: "M10 2.5l2.2 5 5.3.5-4 3.600 1.200 5.300L10 14.200 5.300 16.900l1.200-5.300-4-3.600 5.300-.5z",
};

/**
 * The symbol of a kind as it is drawn in the graph.
 *
 * @param {import("./data.js").Kind} kind
 */
export function symbol(kind) {
  const space = "http://www.w3.org/2000/svg";
  const drawn = document.createElementNS(space, "svg");
  drawn.setAttribute("viewBox", "0 0 20 20");
  drawn.setAttribute("class", `symbol colour-${kind.colour}`);
  drawn.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SHAPES[/** @type {keyof typeof SHAPES} */ (kind.shape)]);
  drawn.append(path);
  return drawn;
}
