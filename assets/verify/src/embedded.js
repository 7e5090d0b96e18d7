import { byteString, fromHex, toHex } from './bytes.js';
import { fromBase64 } from './base64.js';
import { parsePolicy } from './policy.js';
import { parseRevocations } from './revocation.js';
import { sha256 } from './sha256.js';

// What `ikrar page` wrote into the page (src/cli/page.cpp): the files it was given, byte for byte, and facts of ceremonies.

/** { policies, policyFiles: [{ name, sha256 }], revoked, hasRevocations, ceremonies, logUrl } */
export function readEmbedded(json) {
  const data = JSON.parse(json);
  const files = data.policies.map(({ name, base64 }) => ({ name, bytes: fromBase64(base64) }));
  return {
    policies: files.map(({ bytes }) => parsePolicy(byteString(bytes))),
    policyFiles: files.map(({ name, bytes }) => ({ name, sha256: toHex(sha256(bytes)) })),
    revoked: parseRevocations(byteString(fromBase64(data.revoked ?? ''))),
    hasRevocations: data.revoked !== undefined,
    ceremonies: data.ceremonies.map((ceremony) => ({ ...ceremony, hash: fromHex(ceremony.sha256) })),
    logUrl: data.log_url ?? '',
  };
}
