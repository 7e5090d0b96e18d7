// Of a library, not of WebCrypto, which only secure contexts have and which answers later: a receipt is a few hundred bytes.
import { hmac } from '@noble/hashes/hmac';
import { sha256 as digest } from '@noble/hashes/sha2';

import { concat } from './bytes.js';

export const HASH_SIZE = 32;

export const sha256 = (...parts) => digest(concat(...parts));

export const hmacSha256 = (key, message) => hmac(digest, key, message);
