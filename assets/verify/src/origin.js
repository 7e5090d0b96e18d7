// `<domain>/ikrar|gladi/<ceremony>/<kiosk>-<8 hex>`: src/pledge/FORMAT.md, "Origin of a log".
const MAX_ORIGIN = 255;
const MAX_HOST = 253;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

const isHostName = (text) => text.length <= MAX_HOST && text.includes('.') && text.split('.').every((label) => LABEL.test(label));

/** { domain, rehearsal, ceremony, kiosk }, or null for an origin of another form. */
export function parseOrigin(origin) {
  const parts = /^([^/]+)\/(ikrar|gladi)\/([a-z0-9-]{1,32})\/([a-z0-9-]{1,32})-[0-9a-f]{8}$/.exec(origin);
  if (origin.length > MAX_ORIGIN || !parts || !isHostName(parts[1])) return null;
  return { domain: parts[1], rehearsal: parts[2] === 'gladi', ceremony: parts[3], kiosk: parts[4] };
}
