import { byId } from "./data.js";
import { button, element, outward, stacked, symbol, text } from "./dom.js";

/**
 * The side panel: what the selection says, and where it is said.
 *
 * @param {import("./data.js").Drawing} drawing
 * @param {ReturnType<typeof import("./state.js").createState>} state
 */
export function showPanel(drawing, state) {
  const panel = byId("panel");
  const start = [...panel.childNodes];

  state.watch(({ selection }) => {
    const within = panel.contains(document.activeElement);
    panel.replaceChildren(...(selection ? contents(selection) : start));
    panel.scrollTop = 0;
    if (within) panel.focus(); // what had it is gone
    if (selection && stacked()) panel.scrollIntoView({ block: "nearest" });
  });

  /** @param {NonNullable<import("./state.js").Selection>} selection */
  function contents(selection) {
    const close = button("close", () => state.select(null), "×");
    close.setAttribute("aria-label", "Close");
    if ("node" in selection) return [close, ...node(selection.node)];
    if ("claim" in selection) return [close, ...oneClaim(selection.claim)];
    return [close, ...edge(selection.edge)];
  }

  /** @param {number} place */
  function term(place) {
    const at = drawing.nodes[place];
    return button("term", () => state.select({ node: place }), symbol(drawing.kinds[at.kind]), text(at.label));
  }

  /** @param {import("./data.js").Claim} claim */
  function heading(claim) {
    const relation = element("span", { class: claim.denied ? "relation denied" : "relation" });
    relation.append(...(claim.denied ? ["✕ not "] : []), text(claim.relation), " →");
    return element("h2", { class: "statement" }, term(claim.subject), " ", relation, " ", term(claim.object));
  }

  /** @param {number} place */
  function edge(place) {
    const { claims } = drawing.edges[place];
    const count = element("p", { class: "count" }, `${claims.length} sentences say this.`);
    const first = drawing.claims[claims[0]];
    return [heading(first), ...(claims.length > 1 ? [count] : []), ...claims.map((c) => evidence(c))];
  }

  /** @param {number} place */
  function oneClaim(place) {
    const claim = drawing.claims[place];
    const { claims } = drawing.edges[claim.edge];
    const all = button("more", () => state.select({ edge: claim.edge }), `All ${claims.length} sentences that say this`);
    return [heading(claim), evidence(place), ...(claims.length > 1 ? [all] : [])];
  }

  /** @param {number} place */
  function evidence(place) {
    const claim = drawing.claims[place];
    return element(
      "article",
      { class: "evidence" },
      verdict(claim),
      sentence(claim),
      ...(claim.qualifiers.length ? [pairs(claim.qualifiers)] : []),
      ...cited(claim),
      reading(claim),
    );
  }

  /** @param {import("./data.js").Claim} claim */
  function cited(claim) {
    if (claim.papers.length === 0) return [element("p", { class: "uncited" }, "No paper is cited here.")];
    return [element("ul", { class: "papers" }, ...claim.papers.map((p) => paper(drawing.papers[p])))];
  }

  /** @param {number} place */
  function node(place) {
    const at = drawing.nodes[place];
    const kind = drawing.kinds[at.kind];
    const about = [...drawing.claims.keys()].filter(
      (c) => drawing.claims[c].subject === place || drawing.claims[c].object === place,
    );
    return [
      element("h2", { class: "statement" }, symbol(kind), text(at.label)),
      element("p", { class: "kind" }, text(kind.label)),
      ...(at.ungrounded ? [element("p", { class: "uncited" }, "kg knows no term with this name; it stands as the article writes it.")] : []),
      ...(at.names.length ? [element("h3", {}, "Also called"), element("p", {}, ...separated(at.names.map((n) => text(n)), ", "))] : []),
      ...(at.ids.length ? [element("h3", {}, "Known elsewhere as"), element("p", { class: "ids" }, ...separated(at.ids.map(([w, a]) => outward(w, a)), " "))] : []),
      element("h3", {}, about.length === 1 ? "1 claim" : `${about.length} claims`),
      element("ul", { class: "about" }, ...about.map((c) => element("li", {}, row(drawing, c, () => state.select({ claim: c }))))),
    ];
  }
}

/**
 * A claim in one line, as a button.
 *
 * @param {import("./data.js").Drawing} drawing
 * @param {number} place
 * @param {() => void} act
 */
export function row(drawing, place, act) {
  const claim = drawing.claims[place];
  const relation = element("span", { class: claim.denied ? "relation denied" : "relation" });
  relation.append(...(claim.denied ? ["✕ not "] : []), text(claim.relation));
  const said = element("span", { class: "said" });
  said.append(text(drawing.nodes[claim.subject].label, "end"), " ", relation, " ", text(drawing.nodes[claim.object].label, "end"));
  const numbers = claim.papers.map((p) => drawing.papers[p].number).filter((n) => n !== undefined);
  const marker = numbers.length ? `[${numbers.join(", ")}]` : claim.papers.length ? "[cited]" : "";
  return button("row", act, said, element("span", { class: "facts" }, certainty(claim), element("span", { class: "marker" }, marker)));
}

/** @param {import("./data.js").Claim} claim */
function certainty(claim) {
  return element("span", { class: `certainty rank-${claim.rank}` }, claim.certainty);
}

/** @param {import("./data.js").Claim} claim */
function verdict(claim) {
  const line = element("p", { class: "verdict" }, certainty(claim));
  line.append(claim.denied ? element("span", { class: "certainty denied" }, "✕ denied") : element("span", { class: "certainty affirmed" }, "affirmed"));
  if (claim.meaning) line.append(element("span", { class: "meaning" }, claim.meaning));
  return line;
}

/** @param {import("./data.js").Claim} claim */
function sentence(claim) {
  const quote = element("blockquote", { dir: "auto" });
  for (const [words, mark] of claim.sentence) {
    quote.append(mark ? element("mark", { class: mark, title: TITLES[/** @type {keyof typeof TITLES} */ (mark)] }, words) : words);
  }
  if (claim.sentence.length === 0) quote.append("The text was left out of this graph.");
  return element("figure", {}, quote, element("figcaption", {}, text(claim.place)));
}

const TITLES = {
  subject: "the subject of this claim",
  object: "the object of this claim",
  trigger: "the words that state the relation",
  mention: "another term that kg knows",
  citation: "a citation",
};

/** @param {[string, string][]} qualifiers */
function pairs(qualifiers) {
  return element("dl", { class: "qualifiers" }, ...qualifiers.flatMap(([name, value]) => [element("dt", {}, text(name)), element("dd", {}, text(value))]));
}

/** @param {import("./data.js").Paper} paper */
function paper(paper) {
  const entry = element("li", {});
  if (paper.number !== undefined) entry.append(element("span", { class: "marker" }, `[${paper.number}] `));
  if (paper.authors) entry.append(text(paper.authors, "authors"), paper.year ? " " : ". ");
  if (paper.year) entry.append(element("span", { class: "year" }, `(${paper.year})`), " ");
  if (paper.title) entry.append(text(paper.title, "title"), " ");
  if (paper.source) entry.append(text(paper.source, "source"), " ");
  entry.append(...separated(paper.links.map(([words, address]) => outward(words, address)), " "));
  return entry;
}

/** @param {import("./data.js").Claim} claim */
function reading(claim) {
  const summary = element("summary", {}, "How kg read it");
  if (claim.reliability !== undefined) {
    const share = `right in ${Math.round(claim.reliability * 100)} of 100 readings like this`;
    const title = "How often kg reads right where it read like this; it says nothing of how sure the text is.";
    summary.append(element("span", { class: "reliability", title }, share));
  }
  const how = element("details", { class: "reading" }, summary);
  /** @type {[string, string][]} */
  const facts = [["trigger", claim.trigger]];
  if (claim.steps.length) facts.push(["steps", claim.steps.join(", ")]);
  how.append(pairs(facts.filter(([, value]) => value)));
  return how;
}

/**
 * @param {(Node | string)[]} items
 * @param {string} between
 */
function separated(items, between) {
  return items.flatMap((item, place) => (place ? [between, item] : [item]));
}
