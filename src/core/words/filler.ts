/** Words that carry no fact of their own: left over, they are not quoted back. */
export const FILLER: ReadonlySet<string> = new Set(
  `a about actually add advice advise after ago all almost alone already also although always am an and answer any anybody
  anyone anything app application apps are arent around as ask at available back basically be because been before being
  best better between big bit both build building but buy by can cant change cloud cloud's clouds cluster clusters come
  company compare comparison consider could couldnt create currently day deal decide deploy deployed deploying deployment
  describe did didnt different do does doesnt doing done dont each easily either else end enough etc even ever every
  everything exactly expect factors few fine first fit for from get getting give go goes going gonna good got great guess
  guys had has hasnt have havent having he hello help her here hey hi hope host hosted hosting how however i id if ill im
  in infrastructure instead into is isnt it its itself ive just k8s keep kind know kubernetes l least less let lets like
  little ll local look looking lot lots love m main make making many mates matter may maybe me mean might mine monthly more
  most move moving much must my need needed needing needs never new nice no not now number of off ok okay on once one
  only onto option options or other others our ours out over own paas per perhaps pick plan planning platform platforms please plus
  possible prefer pretty probably problem project provider providers question quite rather re really recommend
  recommendation recommended right run running runs s said same say says see seems serve server set setup she should
  simple simply since small so solution some somebody someone something soon sort stack start started starting
  startup still stuff such suggest suggestion suggestions sure system t take team teammate tell than thank thanks that thats the their
  them then there theres these they theyre thing things think thinking this those though through thx time to today together
  too total try trying two u uh um under until up us use used useful user using usually ve very via wanna want wanted wanting
  wants was way we well went were weve what whatever whats when where whether which while who whole why will wish with within
  without wont work working works worth would wouldnt wrong yeah year years yes yet you your youre x per month months
  production handle handling hear heard currently roughly approx approximately around tops total totally overall
 sla slo site pod pods organisation organization priority priorities devops sre migrate migrating moved switch switching version hour hours somewhere place region kubernetes-cluster colleague boss coworker friend thinks kind type types nodes node machines
  services service microservices microservice budget cost costs money price prices spend experience uptime availability`.split(
    /\s+/,
  ),
);
