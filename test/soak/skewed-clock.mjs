// `node --import ./test/soak/skewed-clock.mjs`: the process's clock is wrong by CLOCK_AHEAD_MS, as a replica's may be.
const aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0);
const Right = Date;

class SkewedDate extends Right {
  constructor(...given) {
    if (given.length === 0) super(Right.now() + aheadMs);
    else super(...given);
  }
  static now() {
    return Right.now() + aheadMs;
  }
}
globalThis.Date = SkewedDate;
