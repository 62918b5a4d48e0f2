// The page of `quotex serve`: sends an article, shows what comes back.
import { opened, receive } from "./file.js";
import { watch } from "./card.js";

const $ = (id) => document.getElementById(id);
const words = $("words").dataset;
const form = $("compose");
const most = Number(form.dataset.most); // bytes of a request
const style = new CSSStyleSheet();
document.adoptedStyleSheets = [style];

const WRONG = { 408: words.late, 413: words.tooLarge, 503: words.busy, 504: words.late };
let saved = "";
let name = "quotes";

function say(status, problem = "") {
  $("status").textContent = status;
  $("problem").textContent = problem;
}

function given() {
  const { text, published, outlet } = form.elements;
  return { text: text.value, published: published.value || null, outlet: outlet.value.trim() || null };
}

async function ask(article) {
  const body = JSON.stringify(article);
  if (new Blob([body]).size > most) throw new Error(words.tooLarge);
  const headers = { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang };
  const answer = await fetch("/read", { method: "POST", headers, body }).catch(() => {
    throw new Error(words.lost);
  });
  if (answer.ok) return answer.json();
  const told = await answer.json().catch(() => ({ error: answer.status }));
  throw new Error(WRONG[answer.status] ?? `${words.failed} ${told.error}`);
}

function show({ html, css, json }) {
  style.replaceSync(css);
  $("seen").innerHTML = html; // made by the server, which escapes every word of the article
  for (const mark of $("seen").querySelectorAll("mark")) mark.removeAttribute("title"); // the card says more
  saved = json;
  URL.revokeObjectURL($("download").href);
  $("download").href = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  $("download").download = `${name}.json`;
  compose(false);
  say(`${words.done} ${JSON.parse(json).quotes.length}`);
  $("result").focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

function compose(shown) {
  form.hidden = !shown;
  $("result").hidden = shown;
}

let busy = false;
async function submit(event) {
  event.preventDefault();
  if (busy) return;
  if (!form.elements.text.value.trim()) {
    say("", words.empty);
    form.elements.text.focus();
    return;
  }
  setBusy(true);
  say(words.working);
  try {
    show(await ask(given()));
  } catch (error) {
    say("", error.message);
  } finally {
    setBusy(false);
  }
}

function setBusy(now) {
  busy = now;
  form.querySelector("button.main").setAttribute("aria-disabled", now);
}

async function take(file) {
  if (file.size > most) {
    say("", words.tooLarge);
    return;
  }
  try {
    form.elements.text.value = await opened(file);
    name = file.name.replace(/\.[^.]*$/, "");
    say("");
  } catch {
    say("", words.binary);
  }
  form.elements.text.focus();
}

form.addEventListener("submit", submit);
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
$("file").addEventListener("change", ({ target }) => {
  if (target.files.length) take(target.files[0]);
  target.value = "";
});
receive(form.elements.text, take);
$("example").addEventListener("click", async () => {
  form.elements.text.value = await (await fetch("/assets/example.txt")).text();
  form.elements.published.value = "2025-03-14";
  form.elements.text.focus();
});
$("again").addEventListener("click", () => {
  compose(true);
  say("");
  history.replaceState(null, "", location.pathname + location.search);
  form.elements.text.select();
  form.elements.text.focus();
});
$("copy").hidden = !navigator.clipboard; // browsers have it on this machine and over HTTPS alone
$("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(saved);
  say(words.copied);
});
watch($("seen"), $("card"));
