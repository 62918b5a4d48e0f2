// Words for people, elements of the page, and the quotes behind a bar.

const whole = new Intl.NumberFormat("ru");
const percent = new Intl.NumberFormat("ru", { style: "percent", maximumFractionDigits: 1 });
const plural = new Intl.PluralRules("ru");

function share(part, all) {
  return all ? percent.format(part / all) : "—";
}

/** "1 цитата", "22 цитаты", "1 234 цитат". */
function quotes(number) {
  return `${whole.format(number)} ${{ one: "цитата", few: "цитаты" }[plural.select(number)] ?? "цитат"}`;
}

/** An element with what is in it; a string becomes text, and never markup. */
function make(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...inside.filter((part) => part !== null && part !== undefined));
  return element;
}

/** Shows the quotes at the places of `where`; `title` says which those are. */
function showBehind(title, where) {
  const all = total(where), found = kept(where);
  document.getElementById("behind-title").textContent = title;
  document.getElementById("behind-note").textContent = note(all, found.length);
  document.getElementById("behind-quotes").replaceChildren(...found.map(entry));
  const dialog = document.getElementById("behind");
  dialog.showModal();
  dialog.scrollTop = 0;
  document.getElementById("behind-title").focus();
}

function note(all, shown) {
  if (shown === all) return quotes(all);
  if (!shown) return `${quotes(all)}. Отчёт хранит лишь часть цитат, и этих среди них нет. Все — в файле ${data.file}`;
  return `${quotes(all)}, показано ${whole.format(shown)}: отчёт хранит лишь часть. Все — в файле ${data.file}`;
}

function entry(n) {
  const said = data.sample.said[n], who = said.voice ?? names.speaker[NONE];
  const about = [said.outlet ?? names.outlet[NONE], said.day && day(said.day, FULL), names.kind[data.sample.kind[n]]];
  return make("li", {}, make("p", { class: "who" }, who), make("blockquote", {}, said.text),
    make("p", { class: "about" }, about.filter(Boolean).join(" · "), origin(said)));
}

/** Where the article is, if that is known. */
function origin(said) {
  const away = { href: said.link, rel: "noopener noreferrer", target: "_blank" };
  if (said.link) return make("span", {}, " · ", make("a", away, "статья"));
  return said.article ? ` · ${said.article}` : null;
}

document.getElementById("behind-close").addEventListener("click", (event) => event.target.closest("dialog").close());
document.getElementById("behind").addEventListener("click", (event) => {
  if (event.target === event.currentTarget) event.target.close(); // outside of it
});
