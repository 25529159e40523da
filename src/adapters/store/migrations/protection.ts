/**
 * The second wall: even a query that forgot its tenant finds no other's rows. Forced, so that it holds for the tables'
 * owner too; a superuser still passes it: https://www.postgresql.org/docs/current/ddl-rowsecurity.html
 */
export function protection(table: string): string[] {
  const own = "tenant = current_setting('app.tenant', true)";
  const purging = "current_setting('app.task', true) = 'purge'";
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_tenant on ${table} using (${own}) with check (${own})`,
    `create policy purge_finds on ${table} for select using (${purging})`,
    `create policy purge_deletes on ${table} for delete using (${purging})`,
  ];
}
