/** The colours of the printed report → those of the page, which differ in the dark. */
const tokens = {
  '#0072B2': '--series-now',
  '#E69F00': '--series-previous',
  '#D55E00': '--series-lost',
  '#000000': '--ink',
  '#E3E0D8': '--line',
  '#1D2433': '--line-strong',
};

/** The configuration in the page's fonts and colours; the last assessment is hatched, so that it reads in black and white. */
export function themed(configuration, element) {
  const style = getComputedStyle(element);
  const colourOf = (colour) => style.getPropertyValue(tokens[colour?.toUpperCase?.()] ?? '').trim() || colour;
  const { options, data } = configuration;

  globalThis.Chart.defaults.font.family = style.fontFamily;
  globalThis.Chart.defaults.font.size = 13;
  globalThis.Chart.defaults.color = style.color;
  options.animation = false;
  options.responsive = true;
  themeAxes(options, colourOf);

  for (const set of data.datasets) {
    const hatched = set.backgroundColor?.toUpperCase?.() === '#E69F00';
    const colour = colourOf(set.backgroundColor);
    set.backgroundColor = hatched ? hatch(colour) : colour;
    if (set.borderColor) set.borderColor = colourOf(set.borderColor);
    if (hatched) Object.assign(set, { borderColor: colour, borderWidth: 1 });
  }
  return configuration;
}

function themeAxes({ scales, indexAxis }, colourOf) {
  for (const axis of Object.values(scales)) {
    if (axis.grid?.color) axis.grid.color = colourOf(axis.grid.color);
    if (axis.border?.color) axis.border.color = colourOf(axis.border.color);
  }
  if (indexAxis === 'y') scales.y.ticks.callback = shortLabel;
}

/** On a narrow chart the axis has room for the number of a clause and a few signs of its title. */
function shortLabel(value) {
  const label = this.getLabelForValue(value);
  if (this.chart.width >= 520) return label;
  const signs = [...label];
  return signs.length > 14 ? `${signs.slice(0, 13).join('')}…` : label;
}

function hatch(colour) {
  const tile = document.createElement('canvas');
  tile.width = 6;
  tile.height = 6;
  const context = tile.getContext('2d');
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  for (const start of [-6, 0, 6]) {
    context.moveTo(start - 1, 7);
    context.lineTo(start + 7, -1);
  }
  context.stroke();
  return context.createPattern(tile, 'repeat');
}
