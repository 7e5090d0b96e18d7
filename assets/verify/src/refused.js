/** Why bytes from outside were not taken: a kind to decide by, named as in src/base/result.cpp, and one sentence. */
export class Refused extends Error {
  constructor(kind, what) {
    super(what);
    this.kind = kind;
  }
}

/** Never returns. */
export function refuse(kind, what) {
  throw new Refused(kind, what);
}
