// What each section shows now: `rows` of the plot, lines of the `table`, and a sentence to `say`.
// A row's `where` are the places of the quotes behind it. `empty`: there is nothing to draw.

const SHOWN = 15, FEW = 10; // bars of a plot
const LEAST = 5; // quotes of an outlet whose share of the nameless is worth a bar

const sections = [
  { id: "speakers", title: "Кого цитируют чаще всего", spec: bars, find: speakers, heads: ["Спикер", "Цитат", "Доля"] },
  { id: "through", title: "Кого через кого цитируют", spec: grid, find: through, heads: ["Спикер", "Издание", "Цитат"] },
  { id: "time", title: "Когда это сказано", spec: times, find: time, heads: ["Время", "Цитат"], wide: true },
  { id: "kinds", title: "Как это передано", spec: bars, find: kinds, heads: ["Вид", "Цитат", "Доля"] },
  {
    id: "unnamed", title: "Сколько голосов без имени", spec: bars, find: unnamed,
    heads: ["Издание", "Цитат", "Без имени", "Доля"],
  },
];

function row(side, place, count) {
  return { name: names[side][place], where: { [side]: place }, value: count, label: whole.format(count) };
}

/** Rows for those places without a name of their own that have quotes. */
function rest(side, sums) {
  return [OTHERS, NONE].filter((place) => sums[place]).map((place) => row(side, place, sums[place]));
}

function speakers() {
  const sums = counts("speaker"), all = total();
  const rows = ranked(sums).map((place) => row("speaker", place, sums[place]));
  const [first] = rows;
  return {
    rows: rows.slice(0, SHOWN),
    table: [...rows, ...rest("speaker", sums)].map((r) => [r, r.label, share(r.value, all)]),
    say: first && `Чаще других — ${first.name}: ${quotes(first.value)}, ${share(first.value, all)}.`,
    empty: !rows.length,
  };
}

function through() {
  const speakers = ranked(counts("speaker")).slice(0, narrow.matches ? 8 : 12);
  const outlets = ranked(counts("outlet")).slice(0, narrow.matches ? 4 : 8);
  const rows = speakers.flatMap((speaker) => met(speaker, outlets));
  const table = [...rows].sort((a, b) => b.value - a.value);
  const [first] = table;
  return {
    rows,
    table: table.map((r) => [r, r.across, r.label]),
    say: first && `Чаще всего вместе: ${first.name} и ${first.across}, ${quotes(first.value)}.`,
    empty: !rows.length,
  };
}

/** A row for each of the outlets through which a speaker is quoted. */
function met(speaker, outlets) {
  const sums = counts("outlet", { speaker });
  return outlets.filter((outlet) => sums[outlet]).map((outlet) => {
    return { ...row("speaker", speaker, sums[outlet]), where: { speaker, outlet }, across: names.outlet[outlet] };
  });
}

function time() {
  const sums = counts("period");
  const rows = data.starts.slice(0, -1).map((start, n) => {
    return { ...row("period", FIRST + n, sums[FIRST + n]), start: Date.parse(start), end: Date.parse(data.starts[n + 1]) };
  });
  const filled = rows.filter((r) => r.value);
  const off = [
    sums[OTHERS] && `${quotes(sums[OTHERS])} вне этого времени`,
    sums[NONE] && `${quotes(sums[NONE])} неизвестного дня`,
  ].filter(Boolean);
  return {
    rows,
    table: [...filled, ...rest("period", sums)].map((r) => [r, r.label]),
    say: off.length ? `Ещё ${off.join(", ")}.` : "",
    empty: !filled.length,
  };
}

function kinds() {
  const sums = counts("kind"), all = total();
  const rows = sums.map((count, kind) => ({ ...row("kind", kind, count), label: share(count, all) }));
  return {
    rows,
    table: rows.map((r) => [r, whole.format(r.value), r.label]),
    say: `Дословно — ${share(sums[0], all)}.`,
    empty: !all,
  };
}

function unnamed() {
  const sums = counts("outlet"), nameless = counts("outlet", { speaker: NONE }), all = total();
  const rows = [NONE, ...ranked(sums)].filter((outlet) => sums[outlet] >= LEAST).map((outlet) => ({
    ...row("outlet", outlet, nameless[outlet] / sums[outlet]),
    where: { outlet, speaker: NONE },
    label: share(nameless[outlet], sums[outlet]),
    counts: [sums[outlet], nameless[outlet]].map(whole.format),
  }));
  const nobody = total({ speaker: NONE });
  return {
    rows: rows.slice(0, FEW).sort((a, b) => b.value - a.value),
    table: rows.map((r) => [r, ...r.counts, r.label]),
    say: `Без имени — ${share(nobody, all)} цитат. По изданиям, у которых их не меньше ${LEAST}:`,
    empty: !nobody || !rows.length,
  };
}
