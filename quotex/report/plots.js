// The plots, as Vega-Lite describes them. Colours are those of the page, so that they change with it.

const narrow = matchMedia("(max-width: 40rem)");
const INK = "var(--ink)", SOFT = "var(--soft)", RULE = "var(--rule)", BAR = "var(--bar)";
const FONT = "system-ui, sans-serif";

const config = {
  background: null,
  aria: false, // the plot is one picture with a name; its numbers stand in the table
  font: FONT,
  view: { stroke: null },
  axis: { labelColor: INK, labelFontSize: 13, titleColor: SOFT, domainColor: RULE, tickColor: RULE, gridColor: RULE },
  text: { color: INK, fontSize: 13 },
};

function plot(rest) {
  return {
    width: "container", padding: { left: 0, right: 2, top: 2, bottom: 2 }, config, ...rest,
  };
}

function lines(rows) {
  return new Set(rows.map((row) => row.name)).size;
}

/** A bar for each row `{name, value, label}`, in their order. */
function bars(rows) {
  const wide = narrow.matches ? 140 : 230;
  return plot({
    height: lines(rows) * 27,
    encoding: {
      y: { field: "name", type: "nominal", sort: null, scale: { paddingInner: 0.35, paddingOuter: 0.1 },
        axis: { title: null, labelLimit: wide, labelPadding: 8, ticks: false, domain: false } },
      x: { field: "value", type: "quantitative", axis: null, scale: { domainMin: 0, nice: false } },
    },
    layer: [
      { mark: { type: "bar", fill: BAR, cornerRadiusEnd: 2, cursor: "pointer" } },
      { mark: { type: "text", align: "left", dx: 6, fill: SOFT, cursor: "pointer" },
        encoding: { text: { field: "label" } } },
    ],
  });
}

/** A field for each row `{name, across, value, label}`. */
function grid(rows) {
  const tint = { type: "sqrt", range: [0.06, 0.55] }; // the numbers on it must stay legible
  return plot({
    height: lines(rows) * 30,
    encoding: {
      y: { field: "name", type: "nominal", sort: null,
        axis: { title: null, labelLimit: narrow.matches ? 120 : 200, labelPadding: 8, ticks: false, domain: false } },
      x: { field: "across", type: "nominal", sort: null,
        axis: { title: null, orient: "top", labelAngle: -35, labelLimit: 110, ticks: false, domain: false } },
    },
    layer: [
      { mark: { type: "rect", fill: BAR, stroke: "var(--paper)", strokeWidth: 2, cursor: "pointer" },
        encoding: { fillOpacity: { field: "value", type: "quantitative", legend: null, scale: tint } } },
      { mark: { type: "text", cursor: "pointer" }, encoding: { text: { field: "label" } } },
    ],
  });
}

/** A bar for each row `{start, end, value}` of time. */
function times() {
  const format = { day: "%-d %b", week: "%-d %b", month: "%b %Y", year: "%Y" }[data.grain];
  const ticks = { tickCount: narrow.matches ? 4 : 10, tickMinStep: 864e5 }; // a day
  return plot({
    height: narrow.matches ? 160 : 220,
    mark: { type: "bar", fill: BAR, cursor: "pointer", x2Offset: -1 },
    encoding: {
      x: { field: "start", type: "temporal", scale: { type: "utc" },
        axis: { title: null, format, grid: false, labelOverlap: true, labelFlush: true, ...ticks } },
      x2: { field: "end" },
      y: { field: "value", type: "quantitative",
        axis: { title: null, tickCount: 4, tickMinStep: 1, domain: false, ticks: false } },
      y2: { datum: 0 },
    },
  });
}

/** "6 мая", but "май 2025". */
function timeFormat() {
  const dated = ["day", "week"].includes(data.grain);
  return { ...data.time, shortMonths: data.time.shortMonths.map((name) => (dated && name === "май" ? "мая" : name)) };
}

/** Draws rows; more can be given to the view under the name `rows`. */
async function draw(element, spec, rows) {
  const locale = { formatLocale: data.format, timeFormatLocale: timeFormat() };
  const options = { renderer: "svg", actions: false, tooltip: false, ast: true, ...locale }; // ast: nothing is evaluated
  return (await vegaEmbed(element, { ...spec, data: { name: "rows", values: rows } }, options)).view;
}
