import type { Capabilities } from "../../app/delivery/capabilities.ts";

/** A terminal has no forms, no channels, and nobody else in it. */
export const TERMINAL: Capabilities = {
  stepwiseForms: false,
  privateOffers: false,
  commands: {
    form: "k8s-advise advise",
    ask: "k8s-advise advise",
    compare: "k8s-advise compare",
    explain: "k8s-advise explain",
    show: "k8s-advise",
    channelSettings: null,
    price: "k8s-advise price",
  },
};
