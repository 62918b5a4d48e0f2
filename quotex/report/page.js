// The sections, each with a sentence, a plot and a table, and the filters that act on all of them.

const SHOWN = 15, FEW = 10; // bars of a plot
const LEAST = 5; // quotes of an outlet whose share of the nameless is worth a bar

function sections() {
  return [
    { id: "speakers", title: "Кого цитируют чаще всего", spec: bars, heads: ["Спикер", "Цитат", "Доля"], find: speakers },
    { id: "through", title: "Кого через кого цитируют", spec: grid, heads: ["Спикер", "Издание", "Цитат"], find: through },
    { id: "time", title: "Когда это сказано", spec: times, heads: ["Время", "Цитат"], find: time, wide: true },
    { id: "kinds", title: "Как это передано", spec: bars, heads: ["Вид", "Цитат", "Доля"], find: kinds },
    { id: "unnamed", title: "Сколько голосов без имени", spec: bars, heads: ["Издание", "Цитат", "Без имени", "Доля"], find: unnamed },
  ];
}

// Each of these finds what a section shows now: rows of the plot, cells of the table, and what the sentence says.
// A row's `where` are the places of the quotes behind it.

function speakers() {
  const sums = counts("speaker"), all = total(), order = ranked(sums);
  const rows = order.map((speaker) => row(names.speaker[speaker], { speaker }, sums[speaker], whole.format(sums[speaker])));
  const rest = [OTHERS, NONE].filter((place) => sums[place]).map((speaker) => row(names.speaker[speaker], { speaker }, sums[speaker]));
  return {
    rows: rows.slice(0, SHOWN), table: [...rows, ...rest].map((r) => [r, whole.format(r.value), share(r.value, all)]),
    say: rows.length ? `Чаще других — ${rows[0].name}: ${quotes(rows[0].value)}, ${share(rows[0].value, all)}.` : null,
  };
}

function through() {
  const speakers = ranked(counts("speaker")).slice(0, narrow.matches ? 8 : 12);
  const outlets = ranked(counts("outlet")).slice(0, narrow.matches ? 4 : 8);
  const rows = speakers.flatMap((speaker) => {
    const sums = counts("outlet", { speaker });
    return outlets.filter((outlet) => sums[outlet]).map((outlet) => ({
      ...row(names.speaker[speaker], { speaker, outlet }, sums[outlet], whole.format(sums[outlet])), across: names.outlet[outlet],
    }));
  });
  const first = rows.reduce((most, r) => (most && most.value >= r.value ? most : r), null);
  return {
    rows, table: [...rows].sort((a, b) => b.value - a.value).map((r) => [r, r.across, whole.format(r.value)]),
    say: first && `Чаще всего вместе: ${first.name} и ${first.across}, ${quotes(first.value)}.`,
  };
}

function time() {
  const sums = counts("period");
  const rows = data.starts.slice(0, -1).map((start, n) => ({
    ...row(names.period[FIRST + n], { period: FIRST + n }, sums[FIRST + n]), start: Date.parse(start), end: Date.parse(data.starts[n + 1]),
  }));
  const rest = [OTHERS, NONE].filter((place) => sums[place]).map((period) => row(names.period[period], { period }, sums[period]));
  const dated = rows.filter((r) => r.value);
  const off = [sums[OTHERS] && `${quotes(sums[OTHERS])} вне этого времени`, sums[NONE] && `у ${whole.format(sums[NONE])} день неизвестен`];
  return {
    rows, table: [...dated, ...rest].map((r) => [r, whole.format(r.value)]), empty: !dated.length,
    say: off.some(Boolean) ? `Ещё ${off.filter(Boolean).join(", ")}.` : null,
  };
}

function kinds() {
  const sums = counts("kind"), all = total();
  const rows = sums.map((count, kind) => row(names.kind[kind], { kind }, count, share(count, all)));
  return { rows, table: rows.map((r) => [r, whole.format(r.value), share(r.value, all)]), empty: !all, say: all ? `Дословно — ${share(sums[0], all)}.` : null };
}

function unnamed() {
  const sums = counts("outlet"), nameless = counts("outlet", { speaker: NONE }), all = total();
  const places = [NONE, ...ranked(sums)].filter((outlet) => sums[outlet] >= LEAST);
  const rows = places.map((outlet) => ({
    ...row(names.outlet[outlet], { outlet, speaker: NONE }, nameless[outlet] / sums[outlet], share(nameless[outlet], sums[outlet])), quotes: sums[outlet],
  }));
  return {
    rows: rows.slice(0, FEW).sort((a, b) => b.value - a.value), empty: !total({ speaker: NONE }), table: rows.map((r) => [r, whole.format(r.quotes), whole.format(nameless[r.where.outlet]), r.label]),
    say: all ? `Без имени — ${share(total({ speaker: NONE }), all)} цитат. По изданиям, у которых их не меньше ${LEAST}:` : null,
  };
}

function row(name, where, value, label = "") {
  return { name, where, value, label };
}

// What stands on the page.

function build(section) {
  section.say = make("p", { class: "say" });
  section.plot = make("div", { class: "plot", role: "img", "aria-label": `${section.title}: график; числа — в таблице ниже` });
  section.none = make("p", { class: "note" }, "Для этого выбора цитат нет.");
  section.body = make("tbody");
  const heads = section.heads.map((head, n) => make("th", { scope: "col", ...(n && head !== "Издание" ? { class: "number" } : {}) }, head));
  const table = make("table", {}, make("caption", {}, section.title), make("thead", {}, make("tr", {}, ...heads)), section.body);
  const details = make("details", {}, make("summary", {}, "Таблица"), make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Таблица: ${section.title}` }, table));
  return make("section", { id: section.id, "aria-labelledby": `${section.id}-title`, ...(section.wide ? { class: "wide" } : {}) },
    make("h2", { id: `${section.id}-title` }, section.title), section.say, section.plot, section.none, details);
}

async function show(section) {
  const found = section.find(), empty = found.empty ?? !found.rows.length;
  section.say.textContent = found.say ?? "";
  section.plot.hidden = empty;
  section.none.hidden = !empty;
  section.body.replaceChildren(...found.table.map(line));
  if (empty) return;
  const spec = section.spec(found.rows);
  if (section.view) await section.view.data("rows", found.rows).height(spec.height).resize().runAsync();
  else section.view = await drawn(section, spec, found.rows);
}

async function drawn(section, spec, rows) {
  const view = await draw(section.plot, spec, rows);
  view.addEventListener("click", (_, item) => { if (item?.datum?.where) open(item.datum); });
  return view;
}

/** A row of a table; its first cell leads to the quotes. */
function line([found, ...cells]) {
  const button = make("button", { type: "button", title: "Показать цитаты" }, found.name);
  button.addEventListener("click", () => open(found));
  const rest = cells.map((cell) => make("td", cell === found.across ? {} : { class: "number" }, cell));
  return make("tr", {}, make("th", { scope: "row" }, button), ...rest);
}

function open({ name, across, where }) {
  const nameless = where.speaker === NONE && "outlet" in where ? "без имени" : null;
  showBehind([name, across, nameless].filter(Boolean).join(" · "), where);
}

const all = sections();
const every = total();

async function update() {
  const now = total();
  document.getElementById("status").textContent = now === every ? `Все ${quotes(every)}` : `${quotes(now)} из ${whole.format(every)}`;
  for (const section of all) await show(section);
  document.body.dataset.ready = "";
}

async function redraw() {
  for (const section of all) {
    section.view?.finalize();
    section.view = undefined;
  }
  await update();
}

// Filters.

const form = document.getElementById("filters");

function choices(side, empty, order = ranked(counts(side))) {
  return [new Option(empty, ""), ...order.map((place) => new Option(names[side][place], place))];
}

/** Puts the ends of a period that were given the wrong way round in their order. */
function turn() {
  chosen = { ...chosen, from: chosen.to, to: chosen.from };
  for (const name of ["from", "to"]) form.elements[name].value = chosen[name];
}

function read() {
  const given = [...new FormData(form)].map(([name, place]) => [name, place === "" ? null : Number(place)]);
  chosen = { ...everything, ...Object.fromEntries(given) };
  if (chosen.from !== null && chosen.to !== null && chosen.from > chosen.to) turn();
  return update();
}

function facts() {
  const sums = counts("period"), places = sums.map((_, n) => n).filter((n) => n >= FIRST && sums[n]);
  const list = [
    ["цитат", whole.format(total())], ["спикеров", whole.format(data.different.speakers)], ["изданий", whole.format(data.different.outlets)],
    ["без имени", share(total({ speaker: NONE }), total())],
  ];
  if (places.length) list.push(["время", [...new Set([names.period[places[0]], names.period[places.at(-1)]])].join(" — ")]);
  document.getElementById("facts").append(...list.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))));
}

facts();
for (const side of ["speaker", "outlet"]) form.elements[side].append(...choices(side, "все"));
const periods = data.starts.slice(0, -1).map((_, n) => FIRST + n);
form.elements.from.append(...choices("period", "начала", periods));
form.elements.to.append(...choices("period", "конца", periods));
form.addEventListener("change", read);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(read));
document.getElementById("main").append(...all.map(build));
document.getElementById("foot").append(`Издание — агентство, газета, сайт или площадка, через которую слова дошли до статьи. Спикер — имя, как оно написано. ${data.speakers.length} спикеров и ${data.outlets.length} изданий, которых больше всего, названы; прочие вместе — «остальные».`);
narrow.addEventListener("change", redraw);
update();
