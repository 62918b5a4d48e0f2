// The record of a quote, on a card beside its place in the article: by pointer, by tap, or with the keyboard.

const GAP = 8; // pixels between a quote and its card
const REST = 150; // milliseconds for which a mouse must rest on a quote
const narrow = matchMedia("(max-width: 40rem)"); // there the card is a sheet at the foot of the screen

// Shows on `card` the record of whatever quote inside `seen` is pointed at, tapped or focused.
export function watch(seen, card) {
  let lit = null;
  let resting = 0;
  let hovered = false; // only what a mouse has opened is closed when it moves on

  const close = () => card.matches(":popover-open") && card.hidePopover();
  const open = (place, byMouse = false) => {
    hovered = byMouse;
    const record = seen.querySelector(`#r${place.dataset.quote}`);
    if (!record || getComputedStyle(record).display === "none") return close();
    fill(card, record);
    card.showPopover();
    light(place.dataset.quote);
    put(card, place);
  };
  const light = (quote) => {
    lit = quote;
    for (const mark of seen.querySelectorAll("mark")) mark.classList.toggle("lit", mark.dataset.quote === quote);
  };
  const at = (event) => event.target.closest?.("article [data-quote]");

  card.addEventListener("toggle", ({ newState }) => newState === "closed" && lit && light(null));
  seen.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const place = at(event);
    clearTimeout(resting);
    resting = setTimeout(() => (place ? open(place, true) : hovered && close()), REST);
  });
  seen.addEventListener("click", (event) => {
    const place = at(event);
    if (place && place.tagName === "MARK" && getSelection().isCollapsed) open(place);
  });
  seen.addEventListener("focusin", (event) => {
    const place = at(event);
    if (place?.matches(":focus-visible")) open(place);
    else close();
  });
  seen.addEventListener("focusout", close);
  window.addEventListener("scroll", () => narrow.matches || close(), { passive: true });
}

function fill(card, record) {
  const copy = record.cloneNode(true);
  copy.querySelector("details").open = true;
  for (const link of copy.querySelectorAll("a, summary")) link.tabIndex = -1;
  card.className = record.className;
  card.replaceChildren(...copy.childNodes);
}

// Under the quote's first line, or above it where there is no room. The quote stays to be seen.
function put(card, place) {
  const line = place.getClientRects()[0];
  if (narrow.matches) {
    const covered = line.bottom + GAP - card.getBoundingClientRect().top;
    if (covered > 0) window.scrollBy({ top: covered });
    return;
  }
  const left = Math.min(line.left, document.documentElement.clientWidth - card.offsetWidth - 2 * GAP);
  const below = line.bottom + GAP;
  const top = below + card.offsetHeight < window.innerHeight ? below : line.top - GAP - card.offsetHeight;
  card.style.left = `${Math.max(GAP, left)}px`;
  card.style.top = `${Math.max(GAP, top)}px`;
}
