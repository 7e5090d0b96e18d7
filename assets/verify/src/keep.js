// Keeps the page on the device where it came from a host that may do so (https, or localhost): sw.js beside it. Nothing waits
// for it, and whatever fails changes nothing: the page is whole without.

/** Only this one script may be named, whatever else the page were made to say. */
function scriptUrl(name) {
  if (!globalThis.trustedTypes) return name;
  const policy = globalThis.trustedTypes.createPolicy('ikrar', {
    createScriptURL(url) {
      if (url !== 'sw.js') throw new TypeError('not a script of this page');
      return url;
    },
  });
  return policy.createScriptURL(name);
}

export function keepPage() {
  const served = location.protocol === 'https:' || location.protocol === 'http:';
  if (!served || !globalThis.isSecureContext || !navigator.serviceWorker) return;
  try {
    navigator.serviceWorker.register(scriptUrl('sw.js')).catch(() => {});
  } catch {
    // a browser that refuses outright
  }
}
