import { csvText } from '../../domain/exports/csvText.ts';
import { download } from '../kit/download.ts';

const STYLED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'fill-opacity',
  'opacity',
  'font-size',
  'font-family',
  'font-weight',
  'text-anchor',
];

/** A copy of a drawing whose colours are written out, so that it looks the same without our style sheet. */
const standalone = (drawing: SVGSVGElement): SVGSVGElement => {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, index) => {
    const computed = getComputedStyle(original);
    const target = copies[index];
    if (target === undefined) return;
    for (const property of STYLED) target.style.setProperty(property, computed.getPropertyValue(property));
    target.removeAttribute('class');
  });
  return copy;
};

const SVG = 'http://www.w3.org/2000/svg';
const LABEL_HEIGHT = 18;

/** Each named colour of a panel: a square of it and its name, one after the other. */
const legend = (whole: SVGSVGElement, items: readonly Element[], from: number, y: number, ink: string): void => {
  let x = from;
  for (const item of items) {
    const shape = item.querySelector('svg rect, svg line');
    if (shape === null) continue;
    const { fill, stroke } = getComputedStyle(shape);
    const square = document.createElementNS(SVG, 'rect');
    square.setAttribute('x', String(x));
    square.setAttribute('y', String(y - 8));
    square.setAttribute('width', '9');
    square.setAttribute('height', '9');
    square.setAttribute('fill', shape.tagName === 'line' ? stroke : fill);
    const name = document.createElementNS(SVG, 'text');
    const text = (item.textContent ?? '').replace(/\s+/g, ' ').trim();
    name.setAttribute('x', String(x + 14));
    name.setAttribute('y', String(y));
    name.setAttribute('fill', ink);
    name.setAttribute('font-family', 'Inter, sans-serif');
    name.setAttribute('font-size', '11');
    name.textContent = text;
    whole.append(square, name);
    x += 14 + text.length * 6 + 18;
  }
};

/** The panels of a chart as one drawing, each under its caption. */
const stacked = (chart: HTMLElement, title: string): SVGSVGElement => {
  const whole = document.createElementNS(SVG, 'svg');
  const style = getComputedStyle(chart);
  const write = (text: string, y: number, size: number, weight: string): void => {
    const line = document.createElementNS(SVG, 'text');
    line.setAttribute('x', '8');
    line.setAttribute('y', String(y));
    line.setAttribute('fill', style.color);
    line.setAttribute('font-family', 'Inter, sans-serif');
    line.setAttribute('font-size', String(size));
    line.setAttribute('font-weight', weight);
    line.textContent = text;
    whole.append(line);
  };
  const background = document.createElementNS(SVG, 'rect');
  background.setAttribute('width', '100%');
  background.setAttribute('height', '100%');
  background.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  whole.append(background);
  write(title, 22, 15, '600');
  let y = 34;
  let width = 0;
  for (const panel of chart.querySelectorAll('figure')) {
    const drawing = panel.querySelector<SVGSVGElement>('svg.recharts-surface');
    if (drawing === null) continue;
    const caption = panel.querySelector('figcaption');
    const words = [...(caption?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE);
    const lead = words
      .map((node) => node.textContent ?? '')
      .join('')
      .trim();
    write(lead, y + 12, 11, '500');
    legend(whole, [...panel.querySelectorAll('figcaption span, ul li')], lead.length * 6 + 24, y + 12, style.color);
    const copy = standalone(drawing);
    const box = drawing.getBoundingClientRect();
    copy.setAttribute('x', '0');
    copy.setAttribute('y', String(y + LABEL_HEIGHT));
    copy.setAttribute('width', String(box.width));
    copy.setAttribute('height', String(box.height));
    whole.append(copy);
    y += box.height + LABEL_HEIGHT + 6;
    width = Math.max(width, box.width);
  }
  whole.setAttribute('xmlns', SVG);
  whole.setAttribute('width', String(width));
  whole.setAttribute('height', String(y + 8));
  whole.setAttribute('viewBox', `0 0 ${width} ${y + 8}`);
  return whole;
};

const svgText = (chart: HTMLElement, title: string): string =>
  new XMLSerializer().serializeToString(stacked(chart, title));

export const downloadSvg = (chart: HTMLElement, title: string): void =>
  download(new Blob([svgText(chart, title)], { type: 'image/svg+xml' }), `${title}.svg`);

/** Twice the size on the screen, so that it stays sharp in a document. */
export const downloadPng = async (chart: HTMLElement, title: string): Promise<void> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(chart, title))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob !== null) download(blob, `${title}.png`);
};

export const downloadCsv = (rows: readonly (readonly (string | number)[])[], title: string): void => {
  download(new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' }), `${title}.csv`);
};

export const asTsv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.map((value) => String(value).replace(/[\t\n\r]+/g, ' ')).join('\t')).join('\n');
