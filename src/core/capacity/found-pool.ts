import type { AskedPool } from "../question/workload.ts";
import type { NodeOption } from "./node-options.ts";

/** A pool as asked, and the machine it is priced with. */
export interface FoundPool {
  asked: AskedPool;
  option: NodeOption;
}
