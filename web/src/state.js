/**
 * @typedef {{node: number} | {edge: number} | {claim: number} | null} Selection
 * @typedef {{selection: Selection, matching: Set<number> | null}} State
 *   `matching`: the claims that the filter leaves; null where there is no filter
 */

/**
 * The page's one state. `select` and `filter` alone write it; whoever shows it is called after
 * each change.
 *
 * @param {import("./data.js").Drawing} drawing
 */
export function createState(drawing) {
  /** @type {State} */
  let state = { selection: null, matching: null };
  /** @type {((state: State) => void)[]} */
  const watchers = [];
  const searched = drawing.claims.map((claim) => wordsOf(drawing, claim).toLowerCase());

  /** @param {Partial<State>} change */
  function set(change) {
    state = { ...state, ...change };
    for (const watch of watchers) watch(state);
  }

  return {
    /** @param {(state: State) => void} watcher */
    watch(watcher) {
      watchers.push(watcher);
      watcher(state);
    },
    /** @param {Selection} selection */
    select(selection) {
      set({ selection });
    },
    /** @param {string} query words that must all occur in what is shown of a claim */
    filter(query) {
      set({ matching: matchingClaims(searched, query) });
    },
  };
}

/**
 * @param {string[]} searched
 * @param {string} query
 */
export function matchingClaims(searched, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const places = searched.keys();
  return new Set([...places].filter((place) => words.every((w) => searched[place].includes(w))));
}

/**
 * @param {import("./data.js").Drawing} drawing
 * @param {import("./data.js").Claim} claim
 */
function wordsOf(drawing, claim) {
  return [
    drawing.nodes[claim.subject].label,
    claim.denied ? `not ${claim.relation} denied` : claim.relation,
    drawing.nodes[claim.object].label,
    claim.certainty,
    claim.sentence.map(([words]) => words).join(""),
    ...claim.qualifiers.flat(),
    ...claim.papers.map((place) => {
      const paper = drawing.papers[place];
      return `${paper.authors} ${paper.year} ${paper.title}`;
    }),
  ].join(" ");
}

/**
 * The edges that the selection is about.
 *
 * @param {import("./data.js").Drawing} drawing
 * @param {Selection} selection
 * @returns {Set<number>}
 */
export function chosenEdges(drawing, selection) {
  if (!selection) return new Set();
  if ("edge" in selection) return new Set([selection.edge]);
  if ("claim" in selection) return new Set([drawing.claims[selection.claim].edge]);
  const at = selection.node;
  const places = [...drawing.edges.keys()];
  return new Set(
    places.filter((place) => drawing.edges[place].source === at || drawing.edges[place].target === at),
  );
}
