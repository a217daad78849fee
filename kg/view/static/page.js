"use strict";
(() => {
  // src/data.js
  function readDrawing() {
    return JSON.parse(byId("drawing").textContent ?? "");
  }
  function byId(id) {
    const found = document.getElementById(id);
    if (!found) throw new Error(`the page has no #${id}`);
    return found;
  }

  // src/state.js
  function createState(drawing2) {
    let state2 = { selection: null, matching: null };
    const watchers = [];
    const searched = drawing2.claims.map((claim) => wordsOf(drawing2, claim).toLowerCase());
    function set(change) {
      state2 = { ...state2, ...change };
      for (const watch of watchers) watch(state2);
    }
    return {
      /** @param {(state: State) => void} watcher */
      watch(watcher) {
        watchers.push(watcher);
        watcher(state2);
      },
      /** @param {Selection} selection */
      select(selection) {
        set({ selection });
      },
      /** @param {string} query words that must all occur in what is shown of a claim */
      filter(query) {
        set({ matching: matchingClaims(searched, query) });
      }
    };
  }
  function matchingClaims(searched, query) {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return null;
    const places = searched.keys();
    return new Set([...places].filter((place) => words.every((w) => searched[place].includes(w))));
  }
  function wordsOf(drawing2, claim) {
    return [
      drawing2.nodes[claim.subject].label,
      claim.denied ? `not ${claim.relation} denied` : claim.relation,
      drawing2.nodes[claim.object].label,
      claim.certainty,
      claim.sentence.map(([words]) => words).join(""),
      ...claim.qualifiers.flat(),
      ...claim.papers.map((place) => {
        const paper2 = drawing2.papers[place];
        return `${paper2.authors} ${paper2.year} ${paper2.title}`;
      })
    ].join(" ");
  }
  function chosenEdges(drawing2, selection) {
    if (!selection) return /* @__PURE__ */ new Set();
    if ("edge" in selection) return /* @__PURE__ */ new Set([selection.edge]);
    if ("claim" in selection) return /* @__PURE__ */ new Set([drawing2.claims[selection.claim].edge]);
    const at = selection.node;
    const places = [...drawing2.edges.keys()];
    return new Set(
      places.filter((place) => drawing2.edges[place].source === at || drawing2.edges[place].target === at)
    );
  }

  // src/draw.js
  function drawGraph(drawing2, state2) {
    const place = byId("graph");
    const { Network, DataSet } = globalThis.vis;
    const nodes = new DataSet();
    const edges = new DataSet();
    let shown = { selection: null, matching: null };
    function paint() {
      const colours = readColours();
      const look = looks(drawing2, shown);
      nodes.update(drawing2.nodes.map((node, id) => nodeLook(drawing2, node, id, look, colours)));
      edges.update(drawing2.edges.map((edge, id) => edgeLook(drawing2, edge, id, look, colours)));
    }
    paint();
    const network2 = new Network(place, { nodes, edges }, OPTIONS);
    network2.once("afterDrawing", () => showAll(network2, drawing2));
    network2.on("click", (hit) => {
      if (hit.nodes.length) state2.select({ node: hit.nodes[0] });
      else if (hit.edges.length) state2.select({ edge: hit.edges[0] });
      else state2.select(null);
    });
    network2.on("hoverEdge", () => place.classList.add("pointing"));
    network2.on("blurEdge", () => place.classList.remove("pointing"));
    network2.on("hoverNode", () => place.classList.add("pointing"));
    network2.on("blurNode", () => place.classList.remove("pointing"));
    state2.watch((next) => {
      shown = next;
      paint();
      network2.unselectAll();
    });
    for (const query of ["(prefers-color-scheme: dark)", "print"]) {
      matchMedia(query).addEventListener("change", () => {
        paint();
        network2.redraw();
      });
    }
    wireButtons(network2, drawing2);
    return network2;
  }
  function showAll(network2, drawing2) {
    const boxes = drawing2.nodes.map((_, id) => network2.getBoundingBox(id));
    if (boxes.length === 0) return;
    const left = Math.min(...boxes.map((box) => box.left));
    const right = Math.max(...boxes.map((box) => box.right));
    const top = Math.min(...boxes.map((box) => box.top));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    const { clientWidth, clientHeight } = byId("graph");
    const scale = Math.min(1.25, (clientWidth - 48) / (right - left), (clientHeight - 40) / (bottom - top));
    network2.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
  }
  function wireButtons(network2, drawing2) {
    const zoom = (factor) => network2.moveTo({ scale: network2.getScale() * factor });
    byId("zoom-in").addEventListener("click", () => zoom(1.25));
    byId("zoom-out").addEventListener("click", () => zoom(0.8));
    byId("zoom-fit").addEventListener("click", () => showAll(network2, drawing2));
  }
  var FACE = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif";
  var OPTIONS = {
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    nodes: { borderWidth: 2, borderWidthSelected: 2, shadow: false },
    edges: { selectionWidth: 0, hoverWidth: 0.6, selfReference: { size: 26, renderBehindTheNode: false } },
    interaction: {
      hover: true,
      tooltipDelay: 250,
      selectConnectedEdges: false,
      hoverConnectedEdges: false,
      keyboard: { enabled: true, bindToWindow: false }
    }
  };
  function readColours() {
    const style = getComputedStyle(document.documentElement);
    const read = (name) => style.getPropertyValue(`--${name}`).trim();
    const kinds = Array.from({ length: 10 }, (_, place) => read(`kind-${place}`));
    return {
      ink: read("ink"),
      quiet: read("edge"),
      paper: read("paper"),
      accent: read("accent"),
      denied: read("denied"),
      kinds
    };
  }
  function looks(drawing2, { selection, matching }) {
    const chosen = chosenEdges(drawing2, selection);
    const lit = (edge) => selection ? chosen.has(edge) : !matching || drawing2.edges[edge].claims.some((c) => matching.has(c));
    const nodes = new Set(selection && "node" in selection ? [selection.node] : []);
    drawing2.edges.forEach((edge, id) => {
      if (lit(id)) nodes.add(edge.source).add(edge.target);
    });
    return { chosen, lit, nodes };
  }
  function nodeLook(drawing2, node, id, look, colours) {
    const colour = colours.kinds[drawing2.kinds[node.kind].colour];
    const lit = look.nodes.has(id);
    const fill = node.ungrounded ? colours.paper : colour;
    const painted = { background: fill, border: colour };
    return {
      id,
      x: node.x,
      y: node.y,
      label: node.lines,
      title: `${node.label} (${drawing2.kinds[node.kind].label})`,
      shape: drawing2.kinds[node.kind].shape,
      size: node.size,
      color: { ...painted, highlight: painted, hover: { background: fill, border: colours.ink } },
      opacity: lit ? 1 : 0.2,
      font: {
        face: FACE,
        size: 14,
        color: lit ? colours.ink : faint(colours.ink),
        strokeWidth: 4,
        strokeColor: colours.paper,
        vadjust: -2
      }
    };
  }
  function edgeLook(drawing2, edge, id, look, colours) {
    const lit = look.lit(id);
    const plain = edge.denied ? colours.denied : colours.quiet;
    const colour = look.chosen.has(id) ? colours.accent : plain;
    const words = edge.denied ? colours.denied : colours.ink;
    return {
      id,
      from: edge.source,
      to: edge.target,
      label: edge.label,
      title: drawing2.claims[edge.claims[0]].sentence.map(([said]) => said).join(""),
      arrows: { to: { enabled: true, scaleFactor: 0.6 } },
      dashes: edge.hedged ? [7, 6] : false,
      width: (edge.claims.length > 1 ? 2.2 : 1.4) + (look.chosen.has(id) ? 1 : 0),
      color: { color: colour, highlight: colour, hover: colours.accent, opacity: lit ? 1 : 0.15 },
      smooth: bend(edge),
      selfReference: { angle: Math.PI * (0.25 + edge.bend) },
      // above, where no label is
      font: {
        face: FACE,
        size: 11.5,
        align: "middle",
        color: lit ? words : faint(words),
        strokeWidth: 0,
        background: lit ? colours.paper : "rgba(0,0,0,0)"
      }
    };
  }
  function bend(edge) {
    if (edge.bend === 0 || edge.source === edge.target) return { enabled: false, type: "continuous", roundness: 0 };
    const type = edge.bend > 0 ? "curvedCW" : "curvedCCW";
    return { enabled: true, type, roundness: Math.abs(edge.bend) };
  }
  function faint(colour) {
    return `${colour}40`;
  }

  // src/dom.js
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }
  function text(words, className) {
    return element("bdi", className ? { class: className } : {}, words);
  }
  function button(className, act, ...children) {
    const made = element("button", { type: "button", class: className }, ...children);
    made.addEventListener("click", act);
    return made;
  }
  function outward(words, address) {
    if (!address) return text(words);
    return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text(words));
  }
  function stacked() {
    return matchMedia("(max-width: 860px)").matches;
  }
  var SHAPES = {
    dot: "M5 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    square: "M5 5h10v10H5z",
    triangle: "M10 4l6 11H4z",
    triangleDown: "M10 16l6-11H4z",
    diamond: "M10 3l7 7-7 7-7-7z",
    hexagon: "M6.5 4h7l3.5 6-3.5 6h-7L3 10z",
    star: "M10 2.5l2.2 5 5.3.5-4 3.600 1.200 5.300L10 14.200 5.300 16.900l1.200-5.300-4-3.600 5.300-.5z"
  };
  function symbol(kind) {
    const space = "http://www.w3.org/2000/svg";
    const drawn = document.createElementNS(space, "svg");
    drawn.setAttribute("viewBox", "0 0 20 20");
    drawn.setAttribute("class", `symbol colour-${kind.colour}`);
    drawn.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", SHAPES[
      /** @type {keyof typeof SHAPES} */
      kind.shape
    ]);
    drawn.append(path);
    return drawn;
  }

  // src/legend.js
  function showLegend(drawing2) {
    const entries = drawing2.kinds.map((kind) => element("li", {}, symbol(kind), text(kind.label)));
    byId("legend").prepend(...entries);
  }

  // src/panel.js
  function showPanel(drawing2, state2) {
    const panel = byId("panel");
    const start = [...panel.childNodes];
    state2.watch(({ selection }) => {
      const within = panel.contains(document.activeElement);
      panel.replaceChildren(...selection ? contents(selection) : start);
      panel.scrollTop = 0;
      if (within) panel.focus();
      if (selection && stacked()) panel.scrollIntoView({ block: "nearest" });
    });
    function contents(selection) {
      const close = button("close", () => state2.select(null), "×");
      close.setAttribute("aria-label", "Close");
      if ("node" in selection) return [close, ...node(selection.node)];
      if ("claim" in selection) return [close, ...oneClaim(selection.claim)];
      return [close, ...edge(selection.edge)];
    }
    function term(place) {
      const at = drawing2.nodes[place];
      return button("term", () => state2.select({ node: place }), symbol(drawing2.kinds[at.kind]), text(at.label));
    }
    function heading(claim) {
      const relation = element("span", { class: claim.denied ? "relation denied" : "relation" });
      relation.append(...claim.denied ? ["✕ not "] : [], text(claim.relation), " →");
      return element("h2", { class: "statement" }, term(claim.subject), " ", relation, " ", term(claim.object));
    }
    function edge(place) {
      const { claims } = drawing2.edges[place];
      const count = element("p", { class: "count" }, `${claims.length} sentences say this.`);
      const first = drawing2.claims[claims[0]];
      return [heading(first), ...claims.length > 1 ? [count] : [], ...claims.map((c) => evidence(c))];
    }
    function oneClaim(place) {
      const claim = drawing2.claims[place];
      const { claims } = drawing2.edges[claim.edge];
      const all = button("more", () => state2.select({ edge: claim.edge }), `All ${claims.length} sentences that say this`);
      return [heading(claim), evidence(place), ...claims.length > 1 ? [all] : []];
    }
    function evidence(place) {
      const claim = drawing2.claims[place];
      return element(
        "article",
        { class: "evidence" },
        verdict(claim),
        sentence(claim),
        ...claim.qualifiers.length ? [pairs(claim.qualifiers)] : [],
        ...cited(claim),
        reading(claim)
      );
    }
    function cited(claim) {
      if (claim.papers.length === 0) return [element("p", { class: "uncited" }, "No paper is cited here.")];
      return [element("ul", { class: "papers" }, ...claim.papers.map((p) => paper(drawing2.papers[p])))];
    }
    function node(place) {
      const at = drawing2.nodes[place];
      const kind = drawing2.kinds[at.kind];
      const about = [...drawing2.claims.keys()].filter(
        (c) => drawing2.claims[c].subject === place || drawing2.claims[c].object === place
      );
      return [
        element("h2", { class: "statement" }, symbol(kind), text(at.label)),
        element("p", { class: "kind" }, text(kind.label)),
        ...at.ungrounded ? [element("p", { class: "uncited" }, "kg knows no term with this name; it stands as the article writes it.")] : [],
        ...at.names.length ? [element("h3", {}, "Also called"), element("p", {}, ...separated(at.names.map((n) => text(n)), ", "))] : [],
        ...at.ids.length ? [element("h3", {}, "Known elsewhere as"), element("p", { class: "ids" }, ...separated(at.ids.map(([w, a]) => outward(w, a)), " "))] : [],
        element("h3", {}, about.length === 1 ? "1 claim" : `${about.length} claims`),
        element("ul", { class: "about" }, ...about.map((c) => element("li", {}, row(drawing2, c, () => state2.select({ claim: c })))))
      ];
    }
  }
  function row(drawing2, place, act) {
    const claim = drawing2.claims[place];
    const relation = element("span", { class: claim.denied ? "relation denied" : "relation" });
    relation.append(...claim.denied ? ["✕ not "] : [], text(claim.relation));
    const said = element("span", { class: "said" });
    said.append(text(drawing2.nodes[claim.subject].label, "end"), " ", relation, " ", text(drawing2.nodes[claim.object].label, "end"));
    const numbers = claim.papers.map((p) => drawing2.papers[p].number).filter((n) => n !== void 0);
    const marker = numbers.length ? `[${numbers.join(", ")}]` : claim.papers.length ? "[cited]" : "";
    return button("row", act, said, element("span", { class: "facts" }, certainty(claim), element("span", { class: "marker" }, marker)));
  }
  function certainty(claim) {
    return element("span", { class: `certainty rank-${claim.rank}` }, claim.certainty);
  }
  function verdict(claim) {
    const line = element("p", { class: "verdict" }, certainty(claim));
    line.append(claim.denied ? element("span", { class: "certainty denied" }, "✕ denied") : element("span", { class: "certainty affirmed" }, "affirmed"));
    if (claim.meaning) line.append(element("span", { class: "meaning" }, claim.meaning));
    return line;
  }
  function sentence(claim) {
    const quote = element("blockquote", { dir: "auto" });
    for (const [words, mark] of claim.sentence) {
      quote.append(mark ? element("mark", { class: mark, title: TITLES[
        /** @type {keyof typeof TITLES} */
        mark
      ] }, words) : words);
    }
    if (claim.sentence.length === 0) quote.append("The text was left out of this graph.");
    return element("figure", {}, quote, element("figcaption", {}, text(claim.place)));
  }
  var TITLES = {
    subject: "the subject of this claim",
    object: "the object of this claim",
    trigger: "the words that state the relation",
    mention: "another term that kg knows",
    citation: "a citation"
  };
  function pairs(qualifiers) {
    return element("dl", { class: "qualifiers" }, ...qualifiers.flatMap(([name, value]) => [element("dt", {}, text(name)), element("dd", {}, text(value))]));
  }
  function paper(paper2) {
    const entry = element("li", {});
    if (paper2.number !== void 0) entry.append(element("span", { class: "marker" }, `[${paper2.number}] `));
    if (paper2.authors) entry.append(text(paper2.authors, "authors"), paper2.year ? " " : ". ");
    if (paper2.year) entry.append(element("span", { class: "year" }, `(${paper2.year})`), " ");
    if (paper2.title) entry.append(text(paper2.title, "title"), " ");
    if (paper2.source) entry.append(text(paper2.source, "source"), " ");
    entry.append(...separated(paper2.links.map(([words, address]) => outward(words, address)), " "));
    return entry;
  }
  function reading(claim) {
    const summary = element("summary", {}, "How kg read it");
    if (claim.reliability !== void 0) {
      const share = `right in ${Math.round(claim.reliability * 100)} of 100 readings like this`;
      const title = "How often kg reads right where it read like this; it says nothing of how sure the text is.";
      summary.append(element("span", { class: "reliability", title }, share));
    }
    const how = element("details", { class: "reading" }, summary);
    const facts = [["trigger", claim.trigger]];
    if (claim.steps.length) facts.push(["steps", claim.steps.join(", ")]);
    how.append(pairs(facts.filter(([, value]) => value)));
    return how;
  }
  function separated(items, between) {
    return items.flatMap((item, place) => place ? [between, item] : [item]);
  }

  // src/list.js
  function showList(drawing2, state2) {
    const list = byId("claims");
    const filter = (
      /** @type {HTMLInputElement} */
      byId("filter")
    );
    const rows = drawing2.claims.map((_, place) => row(drawing2, place, () => state2.select({ claim: place })));
    for (const made of rows) made.tabIndex = -1;
    const items = rows.map((made) => element("li", {}, made));
    list.append(...items);
    filter.addEventListener("input", () => state2.filter(filter.value));
    filter.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") focusRow(0);
    });
    list.addEventListener("keydown", (event) => {
      const visible = rows.filter((_, place) => !items[place].hidden);
      const at = visible.indexOf(
        /** @type {HTMLElement} */
        document.activeElement
      );
      const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: visible.length - 1 }[event.key];
      if (next === void 0 || at < 0) return;
      event.preventDefault();
      focusRow(Math.max(0, Math.min(next, visible.length - 1)));
    });
    function focusRow(place) {
      const visible = rows.filter((_, at) => !items[at].hidden);
      if (visible.length === 0) return;
      stopAt(visible[place]);
      visible[place].focus();
    }
    function stopAt(stop) {
      for (const made of rows) made.tabIndex = made === stop ? 0 : -1;
    }
    state2.watch(({ selection, matching }) => {
      const claims = selected(drawing2, selection);
      items.forEach((item, place) => {
        item.hidden = matching !== null && !matching.has(place);
        rows[place].setAttribute("aria-pressed", String(claims.has(place)));
      });
      const visible = rows.filter((_, place) => !items[place].hidden);
      const stop = visible.find((made) => made.tabIndex === 0) ?? visible[0];
      if (stop) stopAt(stop);
      const total = drawing2.claims.length;
      byId("shown").textContent = matching ? `${matching.size} of ${total}` : `${total}`;
      const first = [...claims].find((place) => !items[place].hidden);
      if (first !== void 0 && !stacked()) items[first].scrollIntoView({ block: "nearest" });
    });
  }
  function selected(drawing2, selection) {
    if (!selection || "node" in selection) return /* @__PURE__ */ new Set();
    return new Set("claim" in selection ? [selection.claim] : drawing2.edges[selection.edge].claims);
  }

  // src/main.js
  var drawing = readDrawing();
  var state = createState(drawing);
  showLegend(drawing);
  showPanel(drawing, state);
  showList(drawing, state);
  var network = drawGraph(drawing, state);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") state.select(null);
  });
  Object.assign(globalThis, { kg: { drawing, state, network } });
})();
