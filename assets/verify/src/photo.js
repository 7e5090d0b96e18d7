import jsQR from 'jsqr';

// The text of the QR code in a picture. Nothing here decides anything: what is found is checked like typed text.
const SIDES = [1280, 800, 2000, 520]; // a code may be small in the picture, or large and noisy
const MAX_SIDE = 4096;

/** An ImageBitmap, or an <img> where a browser makes no bitmap of a file. */
async function load(file) {
  if (globalThis.createImageBitmap) {
    try {
      return await createImageBitmap(file);
    } catch {
      // older ones refuse some files that <img> takes
    }
  }
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

async function byBrowser(picture) {
  try {
    const formats = await globalThis.BarcodeDetector.getSupportedFormats();
    if (!formats.includes('qr_code')) return null;
    const [found] = await new globalThis.BarcodeDetector({ formats: ['qr_code'] }).detect(picture);
    return found?.rawValue ?? null;
  } catch {
    return null; // the bundled decoder looks too
  }
}

function pixelsOf(picture, side) {
  const width = picture.naturalWidth || picture.width;
  const height = picture.naturalHeight || picture.height;
  const scale = Math.min(side, MAX_SIDE) / Math.max(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * Math.min(scale, 2)));
  canvas.height = Math.max(1, Math.round(height * Math.min(scale, 2)));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = '#fff'; // what is transparent is paper
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Lets the screen be drawn between two sizes, each of which takes some tenths of a second on a phone. */
const nextTurn = () => new Promise((resolve) => { setTimeout(resolve, 0); });

async function byLibrary(picture) {
  for (const side of SIDES) {
    const { data, width, height } = pixelsOf(picture, side);
    const found = jsQR(data, width, height, { inversionAttempts: 'dontInvert' });
    if (found?.data) return found.data;
    await nextTurn();
  }
  return null;
}

/** Null where no code is seen; rejects for what is no picture. */
export async function textInPicture(file) {
  const picture = await load(file);
  return (globalThis.BarcodeDetector && (await byBrowser(picture))) || byLibrary(picture);
}
