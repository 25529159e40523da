/** What clouds sell that the catalog has no prices of. */
export const NOT_PRICED: readonly string[] = [
  ..."s3 rds aurora dynamodb lambda sqs sns elasticache redshift athena cloudfront cloudflare route53 fargate-spot tpu tpus bigquery spanner firestore cosmosdb openshift rosa aro tanzu rancher snowflake".split(
    " ",
  ),
  "cloud sql",
  "cloud functions",
  "azure functions",
  "cloud storage",
  "blob storage",
  "cosmos db",
  "app service",
  "app engine",
  "cloud run",
  "tpu v4",
  "tpu v5e",
  "azure sql",
  "managed postgres",
  "managed mysql",
  "managed database",
  "managed redis",
  "cdn",
  "spaces",
];
