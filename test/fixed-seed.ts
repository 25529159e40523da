import fc from "fast-check";

/** Property tests try the same examples on every run: `npm run fuzz` is what looks for new ones. */
fc.configureGlobal({ seed: 20_261_128 });
