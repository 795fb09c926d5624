// Draws each table of the distributions as a chart. The table stays: it is the chart's text.
const drawn = new Map();

function colour(name) {
  const probe = document.createElement("i");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function read(figure) {
  const rows = [...figure.querySelectorAll("tbody tr")];
  const heads = [...figure.querySelectorAll("thead th")].slice(1).map((cell) => cell.textContent);
  const labels = rows.map((row) => row.cells[0].textContent);
  const series = heads.map((_, i) => rows.map((row) => Number(row.cells[i + 1].textContent)));
  return { heads, labels, series };
}

const text = () => ({ color: colour("soft"), fontFamily: "Inter, sans-serif", fontSize: 11 });

const short = (day) => new Date(day).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

function bars({ labels, series }, kind, width) {
  const tone = (label) => colour(kind === "status" ? label.replaceAll(" ", "_") : "edge");
  return {
    grid: { left: 4, right: 34, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: "value", show: false },
    yAxis: {
      type: "category", data: labels, inverse: true, axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { ...text(), width: 0.38 * width, overflow: "truncate" },
    },
    series: [{
      type: "bar", barWidth: 9, data: series[0].map((value, i) => ({ value, itemStyle: { color: tone(labels[i]) } })),
      label: { show: true, position: "right", ...text(), formatter: ({ value }) => value.toLocaleString("en") },
    }],
  };
}

function days({ heads, labels, series }) {
  const tones = [colour("ink"), colour("edge")];
  return {
    grid: { left: 4, right: 8, top: 24, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 10, itemHeight: 8, textStyle: text() },
    xAxis: {
      type: "category", data: labels, axisTick: { show: false }, axisLine: { lineStyle: { color: colour("rule") } },
      axisLabel: { ...text(), formatter: short, hideOverlap: true },
    },
    yAxis: { type: "value", minInterval: 1, splitNumber: 3, axisLabel: text(), splitLine: { lineStyle: { color: colour("rule") } } },
    series: heads.map((name, i) => ({ name, type: "bar", stack: "day", data: series[i], itemStyle: { color: tones[i] }, barMaxWidth: 12 })),
  };
}

function draw(figure) {
  const data = read(figure);
  const kind = figure.dataset.kind;
  let plot = figure.querySelector(".plot");
  if (!plot) {
    plot = document.createElement("div");
    plot.className = "plot";
    plot.setAttribute("aria-hidden", "true");
    figure.querySelector("figcaption").after(plot);
  }
  plot.style.height = kind === "day" ? "150px" : `${Math.max(2, data.labels.length) * 20 + 10}px`;
  const chart = drawn.get(plot) ?? echarts.init(plot);
  drawn.set(plot, chart);
  chart.setOption({
    animation: false,
    tooltip: {
      trigger: "axis", renderMode: "richText", axisPointer: { type: "none" }, confine: true,
      backgroundColor: colour("card"), borderColor: colour("edge"), textStyle: { ...text(), color: colour("ink") },
    },
    ...(kind === "day" ? days(data) : bars(data, kind, plot.clientWidth)),
  }, true);
}

function drawAll() {
  for (const [plot, chart] of drawn) {
    if (!plot.isConnected) {
      chart.dispose();
      drawn.delete(plot);
    }
  }
  document.querySelectorAll(".chart").forEach(draw);
}

document.addEventListener("htmx:afterSettle", (event) => event.detail.target?.id === "distributions-body" && drawAll());
addEventListener("theme", drawAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
addEventListener("resize", () => drawn.forEach((chart) => chart.resize()));
document.fonts.ready.then(drawAll);
