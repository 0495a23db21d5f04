import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { parseColour } from '../../src/pdf/canvas-colour.ts';
import { CanvasContext } from '../../src/pdf/canvas-context.ts';
import { arcCurves } from '../../src/pdf/canvas-path.ts';
import { anchorOf, parseFont } from '../../src/pdf/canvas-text.ts';
import { openFaces } from '../../src/pdf/face.ts';

/** What a drawing leaves in the page, as PDF operators. */
async function operators(draw: (context: CanvasContext) => void): Promise<string> {
  const pdf = new PDFDocument({ compress: false, font: '', size: [200, 100], margin: 0 });
  const faces = openFaces();
  pdf.registerFont('regular', faces.regular.font).registerFont('bold', faces.bold.font);
  draw(new CanvasContext({ pdf, faces, missing: new Set() }, { x: 10, y: 20, width: 100, height: 50 }));
  pdf.end();
  const bytes = await buffer(pdf);
  return /stream\n([\s\S]*?)endstream/.exec(bytes.toString('latin1'))?.[1] ?? '';
}

describe('colours', () => {
  test.each([
    ['#0af', '#00AAFF', 1],
    ['#0072B280', '#0072B2', 128 / 255],
    ['rgba(255, 0, 10, 0.25)', '#FF000A', 0.25],
    ['rgb(1 2 3 / 50%)', '#010203', 0.5],
    ['transparent', '#000000', 0],
  ])('%s', (text, hex, opacity) => {
    expect(parseColour(text)).toEqual({ hex, opacity });
  });

  test('a word that is no colour is refused', () => {
    expect(() => parseColour('seal-red')).toThrow('Not a colour');
  });
});

describe('arcs', () => {
  test('a full circle is four quarters that end where they began', () => {
    const { start, curves } = arcCurves({
      centre: [5, 5],
      radii: [2, 2],
      rotation: 0,
      from: 0,
      to: 2 * Math.PI,
      counterclockwise: false,
    });
    expect(curves).toHaveLength(4);
    expect(curves.at(-1)?.to[0]).toBeCloseTo(start[0]);
    expect(curves.at(-1)?.to[1]).toBeCloseTo(start[1]);
  });

  test('a quarter turns the way it is told', () => {
    const arc = { centre: [0, 0], radii: [1, 1], rotation: 0, from: 0, to: Math.PI / 2 } as const;
    expect(arcCurves({ ...arc, counterclockwise: false }).curves).toHaveLength(1);
    expect(arcCurves({ ...arc, counterclockwise: true }).curves).toHaveLength(3);
  });

  test('every point of the curve lies on the circle within a thousandth', () => {
    const { curves, start } = arcCurves({
      centre: [0, 0],
      radii: [1, 1],
      rotation: 0,
      from: 0,
      to: Math.PI / 2,
      counterclockwise: false,
    });
    const [curve] = curves;
    const points = curve ? [start, ...curve.by, curve.to] : [];
    const weights = [1, 3, 3, 1];
    const [x, y] = [0, 1].map((axis) =>
      points.reduce((sum, point, index) => sum + ((weights[index] ?? 0) * (point[axis] ?? 0)) / 8, 0),
    );
    expect(Math.hypot(x ?? 0, y ?? 0)).toBeCloseTo(1, 3);
  });
});

describe('text', () => {
  test('weight and size are read from the shorthand', () => {
    expect(parseFont("bold 12.5px 'Noto Sans SC'")).toEqual({ weight: 'bold', size: 12.5 });
    expect(parseFont("normal 400 8px 'Noto Sans SC'")).toEqual({ weight: 'regular', size: 8 });
  });

  test('alignment and baseline move the anchor', () => {
    expect(anchorOf({ width: 40, size: 10, align: 'right', baseline: 'alphabetic' })).toEqual([-40, 0]);
    const [x, y] = anchorOf({ width: 40, size: 10, align: 'center', baseline: 'middle' });
    expect(x).toBe(-20);
    expect(y).toBeCloseTo(3.8);
  });
});

describe('what is drawn', () => {
  test('a dashed translucent line keeps its dash, width and opacity', async () => {
    const stream = await operators((context) => {
      context.strokeStyle = 'rgba(0,114,178,0.5)';
      context.lineWidth = 2;
      context.setLineDash([4, 3]);
      context.beginPath();
      context.moveTo(0, 0);
      context.lineTo(30, 0);
      context.stroke();
    });
    expect(stream).toContain('[4 3] 0 d');
    expect(stream).toContain('2 w');
    expect(stream).toMatch(/\/Gs1 gs/);
    expect(stream).toContain('10 20 m\n40 20 l\nS');
  });

  test('a path made under one transformation is drawn where it was made', async () => {
    const stream = await operators((context) => {
      context.save();
      context.translate(5, 5);
      context.beginPath();
      context.rect(0, 0, 10, 10);
      context.restore();
      context.fill();
    });
    expect(stream).toContain('15 25 m\n25 25 l\n25 35 l\n15 35 l\nh');
  });

  test('a quarter-turned label is turned text, not a picture', async () => {
    const stream = await operators((context) => {
      context.translate(50, 25);
      context.rotate(-Math.PI / 2);
      context.fillText('售后', 0, 0);
    });
    expect(stream).toMatch(/0 -1 1 0 60 45 cm/);
    expect(stream).toMatch(/<0001\s*0002>|<00010002>/);
  });

  test('a clip ends with the state that made it', async () => {
    const stream = await operators((context) => {
      context.save();
      context.beginPath();
      context.rect(0, 0, 5, 5);
      context.clip();
      context.fillRect(0, 0, 50, 50);
      context.restore();
    });
    expect(stream).toContain('W n');
    expect(stream.match(/^q$/gm)).toHaveLength(stream.match(/^Q$/gm)?.length ?? 0);
  });

  test('a gradient becomes a pattern of the page', async () => {
    const stream = await operators((context) => {
      const gradient = context.createLinearGradient(0, 0, 100, 0);
      gradient.addColorStop(0.2, '#FFFFFF');
      gradient.addColorStop(0.8, '#1F4E79');
      context.fillStyle = gradient;
      context.fillRect(0, 0, 100, 50);
    });
    expect(stream).toContain('/Pattern cs');
    expect(stream).toContain('/Sh1 scn');
  });
});
