import type { Capabilities } from "../../app/delivery/capabilities.ts";

/** Modals hold five questions, and only what asked can be answered privately. Options take no words beside them. */
export const DISCORD: Capabilities = {
  stepwiseForms: true,
  privateOffers: false,
  commands: {
    form: "/k8s-advise",
    ask: "/k8s-advise question:",
    compare: "/k8s-advise compare:",
    explain: "/k8s-advise explain:",
    show: "/k8s-advise show:",
    channelSettings: "/k8s-advise show: channel settings",
    price: "/k8s-price query:",
  },
};
