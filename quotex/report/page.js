// What stands on the page, and the filters that act on all of it.

const form = document.getElementById("filters");
const every = total();

function build(section) {
  section.say = make("p", { class: "say" });
  section.plot = make("div", { class: "plot", role: "img", "aria-label": `${section.title}: числа в таблице ниже` });
  section.none = make("p", { class: "note" }, "Для этого выбора цитат нет.");
  section.body = make("tbody");
  const title = make("h2", { id: `${section.id}-title` }, section.title);
  const place = { id: section.id, "aria-labelledby": title.id, class: section.wide ? "wide" : "" };
  return make("section", place, title, section.say, section.plot, section.none, table(section));
}

function table({ title, heads, body }) {
  const named = heads.map((name, n) => make("th", { scope: "col", ...aligned(n && name !== "Издание") }, name));
  const numbers = make("table", {}, make("caption", {}, title), make("thead", {}, make("tr", {}, ...named)), body);
  const place = { class: "scroll", tabindex: "0", role: "region", "aria-label": `Таблица: ${title}` };
  return make("details", {}, make("summary", {}, "Таблица"), make("div", place, numbers));
}

function aligned(number) {
  return number ? { class: "number" } : {};
}

/** A line of a table; its first cell leads to the quotes. */
function line([found, ...cells]) {
  const button = make("button", { type: "button", title: "Показать цитаты" }, found.name);
  button.addEventListener("click", () => reveal(found));
  const others = cells.map((cell) => make("td", aligned(cell !== found.across), cell));
  return make("tr", {}, make("th", { scope: "row" }, button), ...others);
}

function reveal({ name, across, where }) {
  const nameless = where.speaker === NONE && "outlet" in where ? "без имени" : null;
  showBehind([name, across, nameless].filter(Boolean).join(" · "), where);
}

async function show(section) {
  const found = section.find();
  section.say.textContent = found.empty ? "" : found.say;
  section.plot.hidden = found.empty;
  section.none.hidden = !found.empty;
  section.body.replaceChildren(...found.table.map(line));
  if (!found.empty) await picture(section, found.rows);
}

async function picture(section, rows) {
  const spec = section.spec(rows);
  if (section.view) return section.view.data("rows", rows).height(spec.height).resize().runAsync();
  section.view = await draw(section.plot, spec, rows);
  section.view.addEventListener("click", (_, item) => { if (item?.datum?.where) reveal(item.datum); });
}

async function update() {
  const now = total();
  document.getElementById("status").textContent =
    now === every ? `Все ${quotes(every)}` : `${quotes(now)} из ${whole.format(every)}`;
  for (const section of sections) await show(section);
  document.body.dataset.ready = "";
}

async function redraw() {
  for (const section of sections) {
    section.view?.finalize();
    section.view = null;
  }
  await update();
}

function options(side, empty, places) {
  return [new Option(empty, ""), ...places.map((place) => new Option(names[side][place], place))];
}

function choose() {
  const given = [...new FormData(form)].map(([name, place]) => [name, place === "" ? null : Number(place)]);
  chosen = { ...everything, ...Object.fromEntries(given) };
  if (chosen.from !== null && chosen.to !== null && chosen.from > chosen.to) turn();
  return update();
}

/** Puts the ends of a period that were given the wrong way round in their order. */
function turn() {
  chosen = { ...chosen, from: chosen.to, to: chosen.from };
  for (const name of ["from", "to"]) form.elements[name].value = chosen[name];
}

function fact(name, value) {
  return make("div", {}, make("dt", {}, name), make("dd", {}, value));
}

/** "6 мая 2025 — 20 мая 2025": the first and the last period that have quotes. */
function span() {
  const sums = counts("period"), filled = names.period.filter((_, place) => place >= FIRST && sums[place]);
  return [...new Set([filled[0], filled.at(-1)])].join(" — ");
}

function start() {
  const periods = data.starts.slice(0, -1).map((_, n) => FIRST + n);
  for (const side of ["speaker", "outlet"]) form.elements[side].append(...options(side, "все", ranked(counts(side))));
  form.elements.from.append(...options("period", "начала", periods));
  form.elements.to.append(...options("period", "конца", periods));
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(choose)); // when the fields have been emptied
  document.getElementById("facts").append(
    fact("цитаты", whole.format(every)),
    fact("спикеры", whole.format(data.different.speakers)),
    fact("издания", whole.format(data.different.outlets)),
    fact("без имени", share(total({ speaker: NONE }), every)),
    ...(periods.length ? [fact("время", span())] : []),
  );
  document.getElementById("main").append(...sections.map(build));
  narrow.addEventListener("change", redraw);
  update();
}

start();
