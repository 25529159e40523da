/** Words that carry no fact of their own: left over, they are not quoted back. */
export const FILLER: ReadonlySet<string> = new Set(
  `a ops incl about actually max maximum lives show raise increase decrease reduce lower bump scale sres users customers visitors vs versus add advice advise after ago all almost alone already also although always am an and answer any
  anybody anyone anything app application approx approximately apps are arent around as ask at availability
  available back basically be because been before being best better between big bit boss both budget build building
  but buy by can cant change cloud cloud's clouds cluster clusters colleague come company compare comparison
  consider cost costs could couldnt coworker create currently day deal decide deploy deployed deploying deployment
  describe devops did didnt different do does doesnt doing done dont each easily either else end enough etc even
  ever every everything exactly expect experience factors few fine first fit for friend from get getting give go
  goes going gonna good got great guess guys had handle handling has hasnt have havent having he hear heard hello
  help her here hey hi hope host hosted hosting hour hours how however i id if ill im in infrastructure instead into
  is isnt it its itself ive just k8s keep kind know kubernetes kubernetes-cluster l least less let lets like little
  ll local look looking lot lots love m machines main make making many mates matter may maybe me mean microservice
  microservices might migrate migrating mine money month monthly months more most move moved moving much must my
  need needed needing needs never new nice no node nodes not now number of off ok okay on once one only onto option
  options or organisation organization other others our ours out over overall own paas per perhaps pick place plan
  planning platform platforms please plus pod pods possible prefer pretty price prices priorities priority probably
  problem production project provider providers question quite rather re really recommend recommendation recommended
  region right roughly run running runs s said same say says see seems serve server service services set setup she
  should simple simply since site sla slo small so solution some somebody someone something somewhere soon sort
  spend sre stack start started starting startup still stuff such suggest suggestion suggestions sure switch
  switching system t take team teammate tell than thank thanks that thats the their them then there theres these
  they theyre thing things think thinking thinks this those though through thx time to today together too tops total
  totally try trying two type types u uh um under until up uptime us use used useful user using usually ve version
  very via wanna want wanted wanting wants was way we well went were weve what whatever whats when where whether
  which while who whole why will wish with within without wont work working works worth would wouldnt wrong x yeah
  year years yes yet you your youre`.split(/\s+/),
);
