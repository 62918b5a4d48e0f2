"use strict";
// What the report holds, which of it is chosen, and how many quotes that makes.

const data = JSON.parse(document.getElementById("data").textContent);
const NONE = 0, OTHERS = 1, FIRST = 2; // places: nobody named, all without a place of their own, the first that has one
const KINDS = { direct: "Прямая речь", indirect: "Пересказ", mixed: "Пересказ с дословной частью" };
const FULL = { day: "numeric", month: "long", year: "numeric" };
const names = {
  speaker: ["Без имени", "Остальные", ...data.speakers],
  outlet: ["Издание не указано", "Остальные", ...data.outlets],
  period: ["День неизвестен", "Другие дни", ...data.starts.slice(0, -1).map((_, n) => period(n))],
  kind: data.kinds.map((kind) => KINDS[kind]),
};

const everything = { speaker: null, outlet: null, from: null, to: null };
let chosen = everything;

function day(iso, options) {
  return new Intl.DateTimeFormat("ru", { timeZone: "UTC", ...options }).format(new Date(iso)).replace(/\s?г\.$/, "");
}

/** "6 мая 2025", "с 5 мая 2025", "май 2025", "2025": the n-th period. */
function period(n) {
  const iso = data.starts[n];
  switch (data.grain) {
    case "year": return day(iso, { year: "numeric" });
    case "month": return day(iso, { month: "long", year: "numeric" });
    case "week": return `неделя с ${day(iso, FULL)}`;
    default: return day(iso, FULL);
  }
}

/** Whether the n-th cell, or kept quote, is among the chosen ones, and at the places of `where`. */
function isAt(sides, n, where) {
  for (const side in where) if (sides[side][n] !== where[side]) return false;
  return (chosen.speaker === null || sides.speaker[n] === chosen.speaker)
    && (chosen.outlet === null || sides.outlet[n] === chosen.outlet)
    && (chosen.from === null || sides.period[n] >= chosen.from)
    && (chosen.to === null || (sides.period[n] <= chosen.to && sides.period[n] >= FIRST));
}

/** The number of the chosen quotes at the places of `where`. */
function total(where = {}) {
  const { count } = data.cells;
  return count.reduce((sum, quotes, n) => (isAt(data.cells, n, where) ? sum + quotes : sum), 0);
}

/** The number of the chosen quotes at each place of a side, by place. */
function counts(side, where = {}) {
  const sums = new Array(names[side].length).fill(0);
  data.cells.count.forEach((quotes, n) => { if (isAt(data.cells, n, where)) sums[data.cells[side][n]] += quotes; });
  return sums;
}

/** The places that have a name of their own and quotes, most of them first. */
function ranked(sums) {
  return sums.map((_, place) => place).filter((place) => place >= FIRST && sums[place]).sort((a, b) => sums[b] - sums[a]);
}

/** The kept quotes among the chosen ones at the places of `where`. */
function kept(where) {
  return data.sample.said.map((_, n) => n).filter((n) => isAt(data.sample, n, where));
}
