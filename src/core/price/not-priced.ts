/** A kind of thing that people ask about and the catalog has no prices of, and the nearest that it has. */
export interface NotPriced {
  /** What people call it, in small letters; brand names and kinds alike. */
  names: readonly string[];
  /** What it is, for a sentence. */
  is: string;
  /** The nearest thing with a price here, for a sentence; null where nothing stands for it. */
  nearest: { is: string; query: string } | null;
}

const words = (text: string) => text.split(" ");

/** Kinds in no order. Which thing stands nearest is basis: judgement. */
export const NOT_PRICED: readonly NotPriced[] = [
  {
    names: ["s3", "amazon s3", "cloud storage", "blob storage", "object storage", "spaces"],
    is: "object storage",
    nearest: { is: "a disk, which costs more a GB", query: "100 gb disk" },
  },
  {
    names: [
      ...words("rds aurora elasticache"),
      "cloud sql",
      "azure sql",
      "managed postgres",
      "managed mysql",
      "managed database",
      "managed redis",
    ],
    is: "a managed database",
    nearest: { is: "a machine to run one on yourselves, its disk apart", query: "2 vcpu 8 gb" },
  },
  {
    names: [
      ...words("dynamodb redshift athena bigquery spanner firestore cosmosdb snowflake sqs sns route53"),
      "cosmos db",
    ],
    is: "a service beside the cluster, billed by use",
    nearest: null,
  },
  {
    names: [...words("lambda fargate-spot"), "cloud functions", "azure functions"],
    is: "functions, billed by the call",
    nearest: { is: "a small pod that is billed by itself", query: "autopilot 0.25 cpu 0.5 gb" },
  },
  {
    names: ["app service", "app engine", "cloud run"],
    is: "a platform that runs containers without Kubernetes",
    nearest: { is: "a pod that is billed by itself", query: "autopilot 0.5 cpu 2 gb" },
  },
  {
    names: words("cloudfront cloudflare cdn"),
    is: "a network that delivers content",
    nearest: { is: "the same traffic straight from the cloud", query: "egress 1 tb" },
  },
  {
    names: ["tpu", "tpus", "tpu v4", "tpu v5e"],
    is: "Google's own processor for models",
    nearest: { is: "a machine with a GPU", query: "l4 gpu" },
  },
  {
    names: words("openshift rosa aro tanzu rancher"),
    is: "a Kubernetes distribution with a subscription of its own",
    nearest: { is: "the same clouds' own Kubernetes, without the subscription", query: "eks vs aks 3 nodes" },
  },
  {
    names: words("minecraft valheim teamspeak"),
    is: "a game or voice server, which wants one machine and no cluster",
    nearest: { is: "one machine", query: "2 vcpu 8 gb" },
  },
];

/** The kinds without prices that a text names, each with the name it is called by there, in the order of the kinds. */
export function notPricedIn(text: string): (NotPriced & { name: string })[] {
  return NOT_PRICED.flatMap((kind) => {
    const name = kind.names
      .map((each) => new RegExp(`(?<![\\w-])${each}(?![\\w-])`, "i").exec(text)?.[0])
      .filter((found) => found !== undefined)
      .reduce<string | null>((longest, found) => (found.length > (longest?.length ?? 0) ? found : longest), null);
    return name === null ? [] : [{ ...kind, name }];
  });
}

/** "S3 (object storage) has no price here. The nearest that has: a disk, which costs more a GB; ask for “100 gb disk”." */
export function notPricedSentence({ name, is, nearest }: NotPriced & { name: string }): string {
  const start = `${name} (${is}) has no price here.`;
  return nearest === null
    ? start
    : `${start} The nearest that has: ${nearest.is}; ask the price of “${nearest.query}”.`;
}
