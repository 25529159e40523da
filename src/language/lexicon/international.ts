/** Words of the trade and of everyday life that English shares with its neighbours: they tell no language. */
export const INTERNATIONAL: ReadonlySet<string> = new Set(
  `k cpu cpus vcpu ram h m s p b db dbs api apis ssd hdd vm vms vps gpu gpus google amazon microsoft zone zones plane worker
  workers hobby person persons digital ocean min max limit net dollar dollars euro euros moment dashboard stuck live root
  admin admins tag provider hoster version control region regions port portal intern internet web frontend backend server
  servers cluster clusters service services instance instances application applications container containers pod pods node
  nodes traffic logs backup backups budget team startup demo prototype software data base solo loadbalancer user users mvp
  saas autoscaling serverless production experience region machine machines replica replicas stage test project projects
  client clients total simple double triple million information standard premium normal final local global plan local kube
  agent agents cache crypto video audio blog shop app apps site sites bot bots dev devs ops kubernetes docker vendor lock in
  zero expert experts multi hybrid cloud clouds provider storage budget cost control compliance latency uptime downtime sla
  invoice credit credits support enterprise legacy stack framework queue job jobs batch script cron ingress egress gateway
  load balancer balancers nat ip public private volume volumes disk disks snapshot snapshots memory core cores spot reserved
  hour minute month year euro central west east north south europe asia online internal external
  postgres prod mo infra quid prem grand pays minimum cents part experiences master present datacenter diffusion reserve micro c
  charge sysadmin sysadmins hds act super votes personal buenos digital compare decision explain detail`.split(/\s+/),
);
