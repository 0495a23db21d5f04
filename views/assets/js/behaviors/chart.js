import { themed } from './chart-theme.js';

let library = null;

/**
 * Draws the chart that the JSON inside the figure describes. The library is loaded once, from `data-library`. When it
 * cannot be loaded, the figure's table is opened in place of the chart.
 */
export async function attach(figure) {
  const plot = figure.querySelector('.chart__plot');
  try {
    library ??= load(figure.dataset.library);
    await library;
    keepDrawn(figure, plot);
  } catch {
    plot.hidden = true;
    figure.querySelector('details').open = true;
  }
}

/** The build of Chart.js is a classic script that leaves `Chart` behind. */
function load(address) {
  return new Promise((done, fail) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = done;
    script.onerror = fail;
    document.head.append(script);
  });
}

/** Draws it, and again whenever the colours or the width of a phone ask for another drawing. */
function keepDrawn(figure, plot) {
  const description = figure.querySelector('script[type="application/json"]').textContent;
  let chart = null;
  const draw = () => {
    chart?.destroy();
    const configuration = JSON.parse(description);
    const stacked = figure.dataset.stacked !== undefined;
    plot.style.height = `${heightOf(configuration, Number(figure.dataset.bars), stacked)}px`;
    chart = new globalThis.Chart(figure.querySelector('canvas'), themed(configuration, figure));
  };

  draw();
  for (const query of ['(prefers-color-scheme: dark)', 'print', '(max-width: 40rem)']) {
    matchMedia(query).addEventListener('change', draw);
  }
}

/** Pixels: an even height a bar, more where two stand side by side; few bars get more air. */
function heightOf({ data }, bars, stacked) {
  const series = stacked ? 1 : data.datasets.filter(({ type }) => type !== 'line').length;
  const bar = (bars <= 4 ? 34 : 24) + (series > 1 ? 6 : 0);
  return 80 + bars * bar;
}
