// A shape for each verdict, so that colour never speaks alone: outline, and the mark in it, on a grid of 48.
const CIRCLE = 'M24 3a21 21 0 1 1 0 42a21 21 0 1 1 0-42z';
const OCTAGON = 'M15.5 3h17l12.5 12.5v17L32.5 45h-17L3 32.5v-17z';
const TRIANGLE = 'M24 4L46 43H2z';
const DIAMOND = 'M24 2l22 22-22 22L2 24z';
const SQUARE = 'M5 5h38v38H5z';
const CHECK = 'M14 25l7 7 14-15';
const CROSS = 'M16 16l16 16M32 16L16 32';

const SHAPES = {
  valid: { outline: CIRCLE, filled: true, mark: CHECK },
  'valid-unwitnessed': { outline: CIRCLE, filled: false, mark: CHECK },
  rehearsal: { outline: SQUARE, filled: false, mark: 'M31 17.5a9 9 0 1 0 2 8.5h-8' },
  voided: { outline: CIRCLE, filled: true, mark: 'M10 24h28' },
  'not-in-log': { outline: CIRCLE, filled: false, mark: 'M24 12v12l8 6' },
  inconsistent: { outline: OCTAGON, filled: true, mark: 'M24 38V26M24 26L13 13M24 26L35 13' },
  'bad-signature': { outline: OCTAGON, filled: true, mark: CROSS },
  'unknown-log': { outline: DIAMOND, filled: false, mark: 'M19 19a5 5 0 1 1 7 5c-1.5.8-2 1.5-2 4M24 33v.5' },
  malformed: { outline: TRIANGLE, filled: false, mark: 'M24 18v12M24 36v.5' },
};

const SVG = 'http://www.w3.org/2000/svg';

function path(d, className) {
  const node = document.createElementNS(SVG, 'path');
  node.setAttribute('d', d);
  node.setAttribute('class', className);
  return node;
}

export function shapeFor(verdict) {
  const { outline, filled, mark } = SHAPES[verdict];
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 48 48');
  svg.setAttribute('class', 'shape');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path(outline, filled ? 'outline filled' : 'outline'), path(mark, filled ? 'mark reversed' : 'mark'));
  return svg;
}
