// Live updates: short lists follow at once; the list and a claim's page say that there is news and wait to be asked.
const state = document.getElementById("live");
const claim = state.dataset.claim;
const changed = new Set();
let source = null;
const AT_MOST = 10_000; // charts follow no more often than this, in milliseconds
const LATER = 15_000;
let pending = 0;
let charts = 0;

function open() {
  source = new EventSource("/v1/events");
  source.addEventListener("open", () => show(true, "live"));
  source.addEventListener("error", lost);
  for (const kind of ["claim.created", "claim.reassessed", "claim.deleted", "review.added"]) {
    source.addEventListener(kind, (event) => take(JSON.parse(event.data)));
  }
}

// A browser comes again by itself after a break, but not after a refusal: then we do, more slowly.
function lost() {
  const refused = source?.readyState === EventSource.CLOSED;
  show(false, refused ? "not live" : "reconnecting");
  if (refused) setTimeout(() => document.hidden || open(), LATER);
}

function show(on, words) {
  state.classList.toggle("on", on);
  if (state.textContent !== words) state.textContent = words;
}

function take(event) {
  if (claim) {
    if (event.claim.id === claim) offer("This claim changed: show it", () => location.reload());
    return;
  }
  changed.add(event.claim.id);
  offer(`${changed.size} new or changed: show`, null);
  clearTimeout(pending);
  pending = setTimeout(() => refresh("desk"), 300);
  charts ||= setTimeout(() => {
    charts = 0;
    refresh("distributions");
  }, AT_MOST);
}

function refresh(id) {
  htmx.trigger(`#${id}`, "refresh");
}

function offer(words, act) {
  const button = document.getElementById("fresh");
  if (!button) return;
  button.textContent = words;
  button.hidden = false;
  if (act) button.onclick = act;
}

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id === "list") changed.clear();
});

// A page that nobody looks at holds no connection open; it catches up when it is looked at again.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    source?.close();
    source = null;
  } else if (!source) {
    open();
    if (!claim) ["desk", "distributions"].forEach(refresh);
  }
});
addEventListener("pagehide", () => source?.close());
open();
